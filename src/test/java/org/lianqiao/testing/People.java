package org.lianqiao.testing;

import java.util.UUID;
import org.lianqiao.accounts.Viewers;
import org.lianqiao.shared.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** The people of the demo data, by the name with which they sign in. */
public record People(JdbcClient jdbc, Viewers viewers) {
    public Viewer viewer(String login) {
        var account = jdbc.sql("select id from account where login = ?")
                .param(login)
                .query(UUID.class)
                .single();
        return viewers.of(account).orElseThrow();
    }

    /** A request sent by this person. */
    public RequestPostProcessor as(String login) {
        return SecurityMockMvcRequestPostProcessors.authentication(
                new UsernamePasswordAuthenticationToken(viewer(login), null, java.util.List.of()));
    }
}
