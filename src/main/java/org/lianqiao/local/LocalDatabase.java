package org.lianqiao.local;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Where no database is named, one starts inside. Never in production, whose jar does not hold it. */
@Configuration(proxyBeanMethods = false)
@Profile("!prod")
@ConditionalOnClass(name = "io.zonky.test.db.postgres.embedded.EmbeddedPostgres")
@ConditionalOnProperty(name = "lianqiao.postgres.embedded", havingValue = "true", matchIfMissing = true)
@ConditionalOnProperty(name = "spring.datasource.url", havingValue = "false", matchIfMissing = true)
class LocalDatabase {
    @Bean(destroyMethod = "close")
    LocalPostgres localPostgres(@Value("${lianqiao.postgres.directory}") Path directory) {
        return new LocalPostgres(directory);
    }

    @Bean
    @ConditionalOnMissingBean(JdbcConnectionDetails.class)
    JdbcConnectionDetails localConnection(LocalPostgres postgres) {
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return "postgres";
            }

            @Override
            public String getPassword() {
                return postgres.password();
            }

            @Override
            public String getJdbcUrl() {
                return postgres.url();
            }
        };
    }
}
