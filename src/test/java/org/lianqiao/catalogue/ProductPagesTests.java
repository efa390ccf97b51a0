package org.lianqiao.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lianqiao.PortalTest;
import org.lianqiao.testing.People;
import org.lianqiao.testing.Statements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

@PortalTest
class ProductPagesTests {
    @Autowired
    MockMvc mvc;

    @Autowired
    ProductImport imports;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    People people;

    @Test
    void a_product_gets_a_name_an_alias_a_node_and_a_supplier_and_each_change_is_kept() throws Exception {
        var product = add("页面𠮷牌电池🚗");
        add("页面电芯");
        act(product + "/names", "alias", "页面蓄电池");
        act(product + "/relations", "as", "UPSTREAM", "other", "页面电芯");
        var node = jdbc.sql("select id::text from chain_node where name_zh = '动力电池包'")
                .query(String.class)
                .single();
        mvc.perform(post(product)
                        .param("name", "页面𠮷牌锂电池🚗")
                        .param("nodeId", node)
                        .param("version", "0")
                        .with(people.as("system-admin"))
                        .with(csrf()))
                .andExpect(redirectedUrl(product));
        mvc.perform(get(product).with(people.as("system-admin")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("页面𠮷牌锂电池🚗")))
                .andExpect(content().string(containsString("页面蓄电池")))
                .andExpect(content().string(containsString("页面𠮷牌电池🚗 → 页面𠮷牌锂电池🚗")))
                .andExpect(content().string(containsString("上游材料 页面电芯")));
        mvc.perform(get("/administration/products").param("q", "页面蓄").with(people.as("system-admin")))
                .andExpect(content().string(containsString("页面𠮷牌锂电池🚗")));
        mvc.perform(get("/administration/products/export").with(people.as("system-admin")))
                .andExpect(content().string(containsString("页面𠮷牌锂电池🚗,上游材料,页面电芯")));
        assertThat(jdbc.sql("select count(*) from audit_entry where action like 'product.%' and subject like '页面𠮷牌%'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(5);
    }

    @Test
    void every_change_of_a_product_a_chain_or_a_node_is_a_version_that_says_from_what_to_what() throws Exception {
        var chain = jdbc.sql("select id from industry_chain order by position limit 1")
                .query(UUID.class)
                .single();
        var created = Objects.requireNonNull(mvc.perform(post("/administration/chains/" + chain + "/nodes")
                        .param("code", "version-01")
                        .param("nameZh", "版本旧环节")
                        .param("nameEn", "Old node")
                        .param("stream", "MIDSTREAM")
                        .param("active", "true")
                        .with(people.as("system-admin"))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
        mvc.perform(post(created)
                        .param("code", "version-01")
                        .param("nameZh", "版本新环节𠮷")
                        .param("nameEn", "Old node")
                        .param("stream", "UPSTREAM")
                        .param("active", "true")
                        .param("version", "0")
                        .with(people.as("system-admin"))
                        .with(csrf()))
                .andExpect(redirectedUrl(created));
        add("版本产品");
        mvc.perform(get("/administration/products/changes").param("q", "版本").with(people.as("system-admin")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("名称：版本旧环节 → 版本新环节𠮷；位置：中游 → 上游")))
                .andExpect(content().string(containsString("版本产品")))
                .andExpect(content().string(containsString(created)))
                .andExpect(content().string(containsString("系统管理员")));
        mvc.perform(get("/administration/products/changes")
                        .param("q", "版本")
                        .param("entity", "PRODUCT")
                        .with(people.as("system-admin")))
                .andExpect(content().string(not(containsString("版本旧环节"))));
        var page = get("/administration/products/changes").with(people.as("system-admin"));
        mvc.perform(page);
        assertThat(Statements.of(() -> mvc.perform(page))).hasSizeLessThanOrEqualTo(4);
        for (var other : new String[] {"security-admin", "auditor", "tz-officer"})
            mvc.perform(get("/administration/products/changes").with(people.as(other)))
                    .andExpect(status().isForbidden());
        jdbc.sql("update chain_node set active = false where code = 'version-01'")
                .update();
    }

    @Test
    void what_is_exported_comes_in_again_and_changes_nothing() throws Exception {
        var product = add("往返电池,\"甲\"");
        add("往返电芯");
        act(product + "/names", "alias", "往返蓄电池");
        act(product + "/relations", "as", "UPSTREAM", "other", "往返电芯");
        var file = mvc.perform(get("/administration/products/export").with(people.as("system-admin")))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        var preview = imports.preview(file);
        assertThat(preview.problems()).isEmpty();
        assertThat(preview.newProducts() + preview.newEdges() + preview.newAliases())
                .isZero();
        assertThat(preview.rows()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void who_saves_second_sees_what_is_there_and_loses_nothing() throws Exception {
        var product = add("页面先后");
        mvc.perform(post(product)
                .param("name", "页面先存")
                .param("version", "0")
                .with(people.as("system-admin"))
                .with(csrf()));
        mvc.perform(post(product)
                        .param("name", "页面后存")
                        .param("version", "0")
                        .with(people.as("system-admin"))
                        .with(csrf()))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("页面后存")))
                .andExpect(content().string(containsString("他人已先保存")));
    }

    @Test
    void one_name_never_means_two_products() throws Exception {
        var product = add("页面唯一");
        mvc.perform(post("/administration/products")
                        .param("name", "页面 唯一")
                        .with(people.as("system-admin"))
                        .with(csrf()))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("已用这个名称")));
        add("页面另一个");
        mvc.perform(post(product + "/names")
                        .param("alias", "页面另一个")
                        .with(people.as("system-admin"))
                        .with(csrf()))
                .andExpect(flash().attribute("refusal", containsString("页面另一个")));
        mvc.perform(post(product + "/relations")
                        .param("as", "KIND")
                        .param("other", "页面没有的产品")
                        .with(people.as("system-admin"))
                        .with(csrf()))
                .andExpect(flash().attribute("refusal", containsString("页面没有的产品")));
    }

    @Test
    void bad_input_stands_at_its_field() throws Exception {
        for (var name : new String[] {"", "长".repeat(61), "a\0b", "（）"})
            mvc.perform(post("/administration/products")
                            .param("name", name)
                            .with(people.as("system-admin"))
                            .with(csrf()))
                    .andExpect(status().is(422));
    }

    @Test
    void only_the_system_administrator_keeps_the_catalogue() throws Exception {
        for (var page : new String[] {
            "/administration/products", "/administration/product-imports", "/administration/organization-imports"
        }) {
            mvc.perform(get(page).with(people.as("security-admin"))).andExpect(status().isForbidden());
            mvc.perform(get(page).with(people.as("tz-lead"))).andExpect(status().isForbidden());
            mvc.perform(get(page)).andExpect(status().is3xxRedirection());
        }
    }

    @Test
    void a_sheet_is_looked_at_confirmed_once_and_seen_by_nobody_else() throws Exception {
        var preview = upload("product,relation,related_product\n页面导入甲,上游材料,页面导入乙\n页面导入甲,邻居,页面导入丙\n");
        mvc.perform(get(preview).with(people.as("system-admin")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("邻居")))
                .andExpect(content().string(containsString("页面导入乙")));
        mvc.perform(post(preview + "/confirmations")
                        .with(people.as("system-admin"))
                        .with(csrf()))
                .andExpect(redirectedUrl("/administration/products"));
        mvc.perform(post(preview + "/confirmations")
                        .with(people.as("system-admin"))
                        .with(csrf()))
                .andExpect(flash().attribute("refusal", containsString("已经导入")));
        mvc.perform(get("/administration/products").param("q", "页面导入").with(people.as("system-admin")))
                .andExpect(content().string(containsString("页面导入乙")))
                .andExpect(content().string(not(containsString("页面导入丙"))));
        mvc.perform(multipart("/administration/product-imports")
                        .file(new MockMultipartFile("file", "空.csv", "text/csv", new byte[0]))
                        .with(people.as("system-admin"))
                        .with(csrf()))
                .andExpect(status().is(422));
    }

    private String upload(String sheet) throws Exception {
        return Objects.requireNonNull(mvc.perform(multipart("/administration/product-imports")
                        .file(new MockMultipartFile(
                                "file", "产品.csv", "text/csv", sheet.getBytes(StandardCharsets.UTF_8)))
                        .with(people.as("system-admin"))
                        .with(csrf()))
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
    }

    private String add(String name) throws Exception {
        return Objects.requireNonNull(mvc.perform(post("/administration/products")
                        .param("name", name)
                        .with(people.as("system-admin"))
                        .with(csrf()))
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
    }

    private void act(String path, String... params) throws Exception {
        var request = post(path);
        for (int i = 0; i < params.length; i += 2) request.param(params[i], params[i + 1]);
        mvc.perform(request.with(people.as("system-admin")).with(csrf())).andExpect(flash().attributeExists("flash"));
    }
}
