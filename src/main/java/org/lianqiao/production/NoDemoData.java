package org.lianqiao.production;

import lombok.RequiredArgsConstructor;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A database that ever held the demo data holds accounts whose password everybody knows. */
@Component
@Profile("prod")
@DependsOn("flywayInitializer")
@RequiredArgsConstructor
class NoDemoData implements InitializingBean {
    private final JdbcClient jdbc;

    @Override
    public void afterPropertiesSet() {
        if (jdbc.sql("select exists (select from demo_marker)")
                .query(Boolean.class)
                .single())
            throw new NotReady(
                    "this database holds the demo data, with sign-ins that everybody knows",
                    "LIANQIAO_DATABASE_URL must name a database of its own: createdb -O lianqiao lianqiao");
    }
}
