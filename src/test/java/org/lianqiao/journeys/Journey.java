package org.lianqiao.journeys;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.lianqiao.testing.TestDatabase;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** One running portal with its demo data and one browser, for all journeys; {@code mvn verify} runs them. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "lianqiao.postgres.embedded=false",
            "lianqiao.search.directory=memory",
            "lianqiao.files.directory=target/journeys/files"
        })
@Import({TestDatabase.class, Portal.class})
@interface Journey {}
