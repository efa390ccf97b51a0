package org.lianqiao.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** PostgreSQL in a container where Docker answers, else the one inside; the same tests on both. */
@TestConfiguration(proxyBeanMethods = false)
public class TestDatabase {
    @Bean
    JdbcConnectionDetails testConnection() throws IOException {
        if (DockerClientFactory.instance().isDockerAvailable()) {
            var container = new PostgreSQLContainer("postgres:18-alpine");
            container.start();
            return details(container.getJdbcUrl(), container.getUsername(), container.getPassword());
        }
        var server = EmbeddedPostgres.builder().start();
        return details(server.getJdbcUrl("postgres", "postgres"), "postgres", "postgres");
    }

    private static JdbcConnectionDetails details(String url, String user, String password) {
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return user;
            }

            @Override
            public String getPassword() {
                return password;
            }

            @Override
            public String getJdbcUrl() {
                return url;
            }
        };
    }
}
