package org.lianqiao.accounts;

import java.util.Set;
import java.util.UUID;
import org.lianqiao.shared.Ids;
import org.lianqiao.shared.Role;
import org.lianqiao.shared.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** A registered enterprise of a test's own, with people. */
record Company(JdbcClient jdbc, Memberships memberships, Viewers viewers, UUID id, String uscc, String name) {
    /** bcrypt of {@link Applicant#PASSWORD}, as the demo people have it. */
    static Company founded(JdbcClient jdbc, Memberships memberships, Viewers viewers) {
        var company = new Company(
                jdbc, memberships, viewers, Ids.next(), Applicant.freshCode(), "示例·测试单位" + Applicant.freshPhone());
        jdbc.sql(
                        "insert into organization (id, kind, name, uscc, region_code, status, created_at, registered_at) values (?, 'ENTERPRISE', ?, ?, '131082', 'REGISTERED', now(), now())")
                .params(company.id, company.name, company.uscc)
                .update();
        return company;
    }

    UUID person(String phone, Role... roles) {
        var hash = jdbc.sql("select password_hash from account where login = 'enterprise'")
                .query(String.class)
                .single();
        var person = memberships.personOf("周示例", new Reach(phone), "", hash);
        memberships.begin(person, id, Set.of(roles));
        return person;
    }

    UUID manager() {
        return person(Applicant.freshPhone(), Role.MEMBER, Role.MANAGER);
    }

    UUID membership(UUID person) {
        return jdbc.sql("select id from membership where account_id = ? and organization_id = ? and ended_at is null")
                .params(person, id)
                .query(UUID.class)
                .single();
    }

    Viewer viewer(UUID person) {
        return viewers.of(person).orElseThrow();
    }

    RequestPostProcessor as(UUID person) {
        return SecurityMockMvcRequestPostProcessors.authentication(
                new UsernamePasswordAuthenticationToken(viewer(person), null, java.util.List.of()));
    }
}
