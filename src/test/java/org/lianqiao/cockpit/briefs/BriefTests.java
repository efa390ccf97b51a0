package org.lianqiao.cockpit.briefs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.text.Normalizer;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.lianqiao.PortalTest;
import org.lianqiao.accounts.Viewers;
import org.lianqiao.testing.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@PortalTest
class BriefTests {
    private static final String PUBLIC = "示例·抗体药物总部研发与生产基地项目";
    private static final String INTERNAL = "示例·细胞治疗研发与中试项目";

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Viewers viewers;

    @Test
    void a_visitor_takes_along_what_everybody_may_read_and_nothing_else() throws Exception {
        var id = project(PUBLIC);
        var text = text(get("/briefs/file?project=" + id));
        assertThat(text)
                .contains(PUBLIC)
                .contains("通州区")
                .contains("香河县")
                .contains("诚邀培养基")
                .contains("抗体药物")
                .contains("总投资");
        var inside = jdbc.sql("select summary from project where id = ?")
                .param(id)
                .query(String.class)
                .single();
        var firm = jdbc.sql(
                        "select o.name from project p join organization o on o.id = p.organization_id where p.id = ?")
                .param(id)
                .query(String.class)
                .single();
        assertThat(text.replaceAll("\\s", ""))
                .doesNotContain(inside.substring(0, 12))
                .doesNotContain(firm);
    }

    @Test
    void the_place_name_of_huoxian_is_written_in_letters_that_exist() throws Exception {
        assertThat(text(get("/briefs/file?region=110112"))).contains("漷县镇医药健康园").contains("通州");
    }

    @Test
    void an_internal_project_is_left_out_for_strangers_and_marked_for_its_office() throws Exception {
        var both = "/briefs/file?project=" + project(PUBLIC) + "&project=" + project(INTERNAL);
        assertThat(text(get(both))).contains(PUBLIC).doesNotContain(INTERNAL);
        assertThat(text(get(both).with(new People(jdbc, viewers).as("tz-officer"))))
                .contains(INTERNAL)
                .contains("仅供内部使用")
                .contains("目录");
        mvc.perform(get("/briefs?project=" + project(INTERNAL))).andExpect(status().isNotFound());
    }

    @Test
    void an_english_brief_speaks_english() throws Exception {
        assertThat(text(get("/briefs/file?in=en&project=" + project(PUBLIC))))
                .contains("Antibody drugs")
                .contains("Investment")
                .contains("Tongzhou")
                .doesNotContain("总投资");
    }

    @Test
    void the_text_to_paste_ends_in_the_page() throws Exception {
        var page = mvc.perform(get("/briefs?project=" + project(PUBLIC)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page).contains("【项目】" + PUBLIC).contains("/projects/" + project(PUBLIC));
    }

    private UUID project(String name) {
        return jdbc.sql("select id from project where name = ?")
                .param(name)
                .query(UUID.class)
                .single();
    }

    private String text(MockHttpServletRequestBuilder request) throws Exception {
        var bytes = mvc.perform(request)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        return read(bytes);
    }

    /** Letters as people type them: a font that shares a glyph with a radical is read back as the radical; lines break anywhere. */
    private static String read(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return Normalizer.normalize(new PDFTextStripper().getText(document), Normalizer.Form.NFKC)
                    .replaceAll("(?<=\\P{ASCII})\\s+(?=\\P{ASCII})", "");
        }
    }
}
