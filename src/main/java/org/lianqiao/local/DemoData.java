package org.lianqiao.local;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import javax.sql.DataSource;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Loads the demo data (示例) into an empty portal: once, wholly or not at all. */
@Component
@Profile("!prod")
@ConditionalOnProperty(name = "lianqiao.demo", havingValue = "true")
@DependsOn("flywayInitializer")
@RequiredArgsConstructor
@Slf4j
class DemoData implements InitializingBean {
    private final DataSource database;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    @Override
    public void afterPropertiesSet() {
        transaction.executeWithoutResult(status -> loadOnce());
    }

    private void loadOnce() {
        jdbc.sql("lock table demo_marker in exclusive mode").update();
        boolean untouched = jdbc.sql("select not exists (select from demo_marker) and not exists (select from account)")
                .query(Boolean.class)
                .single();
        if (!untouched) return;
        var connection = DataSourceUtils.getConnection(database);
        for (var script : scripts()) {
            ScriptUtils.executeSqlScript(
                    connection,
                    new org.springframework.core.io.support.EncodedResource(script, "UTF-8"),
                    false,
                    false,
                    "--",
                    ScriptUtils.EOF_STATEMENT_SEPARATOR,
                    "/*",
                    "*/");
        }
        jdbc.sql("insert into demo_marker values (now())").update();
        log.info("Demo data loaded");
    }

    private static Resource[] scripts() {
        try {
            var scripts = new PathMatchingResourcePatternResolver().getResources("classpath:db/demo/*.sql");
            Arrays.sort(scripts, Comparator.comparing(Resource::getFilename));
            return scripts;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
