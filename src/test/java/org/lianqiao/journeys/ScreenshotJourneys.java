package org.lianqiao.journeys;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;

/** The pictures that the README shows: {@code mvn verify -Dscreenshots} takes them anew. */
@Journey
@EnabledIfSystemProperty(named = "screenshots", matches = ".*")
class ScreenshotJourneys {
    private static final Path FOLDER = Path.of("docs", "screenshots");

    @Autowired
    Portal portal;

    @Test
    void what_everybody_sees() {
        try (var visitor = portal.visitor(Screen.DESK)) {
            visitor.opens("/").photographs(FOLDER.resolve("home.png"));
            visitor.opens("/needs").photographs(FOLDER.resolve("needs.png"));
            visitor.opens("/chains/nev").photographs(FOLDER.resolve("chain.png"));
        }
    }

    @Test
    void what_an_officer_works_with() {
        try (var officer = portal.signedIn("tz-lead", Screen.DESK)) {
            officer.opens("/desk").photographs(FOLDER.resolve("desk.png"));
            officer.opens("/ledger").photographs(FOLDER.resolve("ledger.png"));
            officer.opensFirst().photographs(FOLDER.resolve("prospect.png"));
            officer.opens("/projects?two=yes").follows("/projects/").photographs(FOLDER.resolve("project.png"));
        }
    }

    @Test
    void an_intent_on_a_phone() {
        try (var visitor = portal.visitor(Screen.PHONE)) {
            visitor.opens("/needs").follows("/needs/").goes("提交意向");
            visitor.photographs(FOLDER.resolve("phone-intent.png"));
        }
    }
}
