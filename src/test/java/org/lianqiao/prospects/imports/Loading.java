package org.lianqiao.prospects.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.lianqiao.testing.People;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/** An officer with an old ledger in hand. */
record Loading(MockMvc mvc, People people, JdbcClient jdbc) {
    /** Uploads, and takes the columns as they are proposed. */
    UUID read(String login, byte[] file) throws Exception {
        var id = upload(login, file);
        settle(login, id).andExpect(status().is3xxRedirection());
        return id;
    }

    UUID upload(String login, byte[] file) throws Exception {
        var answer = mvc.perform(multipart("/ledger/imports")
                        .file(new MockMultipartFile("file", "示例台账.xlsx", null, file))
                        .with(people.as(login))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection())
                .andReturn();
        var to = Objects.requireNonNull(answer.getResponse().getRedirectedUrl());
        return UUID.fromString(to.replaceAll(".*/imports/([^/]+)/columns", "$1"));
    }

    /** Sends the page of the columns back as it came. */
    ResultActions settle(String login, UUID id) throws Exception {
        var proposal =
                (ImportColumns.Proposal) Objects.requireNonNull(as(login, get("/ledger/imports/" + id + "/columns"))
                                .andExpect(status().isOk())
                                .andReturn()
                                .getModelAndView())
                        .getModel()
                        .get("proposal");
        var request = post("/ledger/imports/" + id + "/columns")
                .param("sheet", proposal.sheet())
                .param("line", String.valueOf(proposal.line()))
                .param("unit", proposal.unit())
                .param("hidden", "true");
        for (var column : proposal.columns())
            request = request.param("columns", String.valueOf(column.place())).param("uses", column.use());
        return as(login, request);
    }

    /** Confirms row by row. */
    void take(String login, UUID id) throws Exception {
        as(login, post("/ledger/imports/" + id + "/confirmations").param("how", "rows"))
                .andExpect(status().is3xxRedirection());
        assertThat(one(String.class, "select state || failure from ledger_import where id = ?", id))
                .isEqualTo("DONE");
    }

    UUID load(String login, byte[] file) throws Exception {
        var id = read(login, file);
        take(login, id);
        return id;
    }

    /** What the rows are to the ledger, in order. */
    List<String> verdicts(UUID id) {
        return jdbc.sql("select verdict from ledger_import_row where import_id = ? order by line")
                .param(id)
                .query(String.class)
                .list();
    }

    List<String> outcomes(UUID id) {
        return jdbc.sql("select outcome from ledger_import_row where import_id = ? order by line")
                .param(id)
                .query(String.class)
                .list();
    }

    UUID prospect(UUID id, int line) {
        return one(UUID.class, "select prospect_id from ledger_import_row where import_id = ? and line = ?", id, line);
    }

    ResultActions as(String login, AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return mvc.perform(request.with(people.as(login)).with(csrf()));
    }

    <T> T one(Class<T> type, String sql, Object... params) {
        return jdbc.sql(sql).params(params).query(type).single();
    }
}
