package org.lianqiao.prospects;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDate;
import java.util.UUID;
import org.lianqiao.PortalTest;
import org.lianqiao.testing.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What officers send to the ledger, and how it stands afterwards. */
@PortalTest
abstract class LedgerRequests {
    static final byte[] PDF = "%PDF-1.7\n%%EOF".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    @Autowired
    MockMvc mvc;

    @Autowired
    Ledger ledger;

    @Autowired
    ProspectRepository prospects;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    People people;

    UUID shared(String name, String sharing) {
        var id = ledger.report(lead(name, "保密事项" + UUID.randomUUID()), people.viewer("sh-officer"));
        jdbc.sql("update prospect set sharing = ? where id = ?")
                .params(sharing, id)
                .update();
        return id;
    }

    ResultActions as(String login, AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return mvc.perform(request.with(people.as(login)).with(csrf()));
    }

    String standing(UUID id) {
        return jdbc.sql("select stage || ' ' || status from prospect where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    static MockHttpServletRequestBuilder report(String enterprise, String matter) {
        return post("/ledger")
                .param("enterprise", enterprise)
                .param("matter", matter)
                .param("source", "VISIT")
                .param("nextStep", "电话约访")
                .param("nextDue", LocalDate.now().plusDays(4).toString());
    }

    static MockHttpServletRequestBuilder move(UUID id, String to) {
        return post("/ledger/" + id + "/stage-changes").param("to", to);
    }

    static AbstractMockHttpServletRequestBuilder<?> signing(UUID id, LocalDate on) {
        return multipart("/ledger/" + id + "/stage-changes")
                .file(new MockMultipartFile("file", "协议.pdf", "application/pdf", PDF))
                .param("to", "SIGNED")
                .param("on", on.toString())
                .param("document", "示例〔2026〕1号");
    }

    static MockHttpServletRequestBuilder follow(UUID id, String channel, String text) {
        return post("/ledger/" + id + "/follow-ups").param("channel", channel).param("text", text);
    }

    static MockHttpServletRequestBuilder edit(UUID id, String summary, String version) {
        return post("/ledger/" + id)
                .param("matter", "改过的事项")
                .param("summary", summary)
                .param("version", version);
    }

    static NewLead lead(String enterprise, String matter) {
        return new NewLead(
                enterprise,
                null,
                matter,
                LeadSource.VISIT,
                "",
                null,
                null,
                null,
                "电话联系",
                null,
                LocalDate.now().plusDays(5));
    }
}
