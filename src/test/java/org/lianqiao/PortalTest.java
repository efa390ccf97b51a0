package org.lianqiao;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.lianqiao.testing.CookieTokens;
import org.lianqiao.testing.People;
import org.lianqiao.testing.Routes;
import org.lianqiao.testing.Statements;
import org.lianqiao.testing.TestDatabase;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;

/** The whole portal with its demo data on a real PostgreSQL: one context, shared by all tests that carry this. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        properties = {
            "lianqiao.postgres.embedded=false",
            "db-scheduler.enabled=true",
            "lianqiao.search.directory=memory",
            "lianqiao.files.directory=target/test-files"
        })
@AutoConfigureMockMvc
@Import({TestDatabase.class, Statements.class, Routes.class, CookieTokens.class, People.class})
public @interface PortalTest {}
