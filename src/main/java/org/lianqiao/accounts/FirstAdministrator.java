package org.lianqiao.accounts;

import java.util.Locale;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.lianqiao.production.NotReady;
import org.lianqiao.shared.Ids;
import org.lianqiao.shared.Refused;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * In an empty production nobody could let the first person in: the security administrator (安全管理员) of the operator
 * comes from the environment, once. Everybody else is made in the portal.
 */
@Component
@Profile("prod")
@DependsOn("flywayInitializer")
@RequiredArgsConstructor
@Slf4j
class FirstAdministrator implements InitializingBean {
    private final JdbcClient jdbc;
    private final Passwords passwords;
    private final TransactionTemplate transaction;

    @Value("${lianqiao.administrator.login:}")
    private final String login;

    @Value("${lianqiao.administrator.password:}")
    private final String password;

    @Value("${lianqiao.operator:}")
    private final String operator;

    @Override
    public void afterPropertiesSet() {
        transaction.executeWithoutResult(status -> createOnce());
    }

    private void createOnce() {
        jdbc.sql("lock table account in exclusive mode").update();
        if (jdbc.sql("select exists (select from account)").query(Boolean.class).single()) return;
        if (operator.isBlank() || !login.matches("[A-Za-z0-9][A-Za-z0-9._-]{2,39}"))
            throw new NotReady(
                    "nobody can sign in yet: the first administrator is not named",
                    "LIANQIAO_OPERATOR=运营单位全称, LIANQIAO_ADMINISTRATOR_LOGIN=3 to 40 letters and digits,"
                            + " LIANQIAO_ADMINISTRATOR_PASSWORD=…");
        create();
        log.info("The security administrator {} may sign in, and makes everybody else", login);
    }

    private void create() {
        var organization = Ids.next();
        var account = Ids.next();
        var membership = Ids.next();
        jdbc.sql("""
                insert into organization (id, kind, name, status, platform_role, created_at, registered_at)
                values (?, 'OFFICE', ?, 'REGISTERED', 'OPERATOR', now(), now())
                """).params(organization, operator.strip()).update();
        jdbc.sql("""
                insert into account (id, login, name, password_hash, status, created_at, credentials_changed_at)
                values (?, ?, ?, ?, 'ACTIVE', now(), now())
                """)
                .params(account, login.toLowerCase(Locale.ROOT), "安全管理员", hash())
                .update();
        jdbc.sql("insert into membership (id, account_id, organization_id, started_at) values (?, ?, ?, now())")
                .params(membership, account, organization)
                .update();
        jdbc.sql("insert into membership_role (membership_id, role) values (?, 'SECURITY_ADMIN')")
                .param(membership)
                .update();
        jdbc.sql("update account set current_membership_id = ? where id = ?")
                .params(membership, account)
                .update();
    }

    private String hash() {
        try {
            return passwords.hash(password);
        } catch (Refused weak) {
            throw new NotReady(
                    "the first administrator's password is too weak",
                    "LIANQIAO_ADMINISTRATOR_PASSWORD=at least 10 characters with letters and digits");
        }
    }
}
