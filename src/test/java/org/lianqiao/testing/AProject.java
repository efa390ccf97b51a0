package org.lianqiao.testing;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/** A project of the demo enterprise with a site in 通州 and one in 香河, made as people make it. */
public record AProject(UUID id, MockMvc mvc, People people, JdbcClient jdbc) {
    public static AProject withTwoHomes(String name, MockMvc mvc, People people) throws Exception {
        var made = mvc.perform(post("/projects")
                        .param("name", name)
                        .param("enterprise", people.viewer("enterprise").organizationName())
                        .param("publicSummary", "公开介绍")
                        .with(people.as("tz-officer"))
                        .with(csrf()))
                .andReturn()
                .getResponse()
                .getHeader("Location");
        var address = Objects.requireNonNull(made);
        var project = new AProject(
                UUID.fromString(address.substring(address.lastIndexOf('/') + 1)), mvc, people, people.jdbc());
        project.site("110112", "RESEARCH", "2000");
        project.site("131024", "PRODUCTION", "5000");
        return project;
    }

    private void site(String region, String function, String wan) throws Exception {
        does(
                "tz-officer",
                post("/projects/" + id + "/sites")
                        .param("function", function)
                        .param("regionCode", region)
                        .param("amountWan", wan)
                        .param("stage", "PLANNED"));
    }

    /** What somebody of the demo data sends. */
    public <B extends AbstractMockHttpServletRequestBuilder<B>> ResultActions does(String login, B request)
            throws Exception {
        return mvc.perform(request.with(people.as(login)).with(csrf()));
    }

    public UUID siteIn(String region) {
        return jdbc.sql("select id from project_site where project_id = ? and region_code = ?")
                .params(id, region)
                .query(UUID.class)
                .single();
    }

    /** Saves a site's stage as its office does. @param alone the reason to sign alone; empty where all agreed */
    public ResultActions stage(String login, String region, String stage, LocalDate signed, String alone)
            throws Exception {
        var site = siteIn(region);
        var version = jdbc.sql("select version from project_site where id = ?")
                .param(site)
                .query(String.class)
                .single();
        return does(
                login,
                post("/projects/" + id + "/sites/" + site)
                        .param("function", region.startsWith("11") ? "RESEARCH" : "PRODUCTION")
                        .param("regionCode", region)
                        .param("amountWan", region.startsWith("11") ? "2000" : "5000")
                        .param("stage", stage)
                        .param("signedOn", signed.toString())
                        .param("aloneReason", alone)
                        .param("version", version));
    }

    /** @return the consultation's address */
    public String asksAll() throws Exception {
        return Objects.requireNonNull(does(
                        "tz-officer",
                        post("/projects/" + id + "/consultations")
                                .param("kind", "REVIEW")
                                .param("question", "拟按两地布局推进，请研究是否同意"))
                .andReturn()
                .getResponse()
                .getHeader("Location"));
    }

    public ResultActions answers(String login, String consultation, String answer, String text) throws Exception {
        return does(
                login, post(consultation + "/answers").param("answer", answer).param("text", text));
    }
}
