package org.lianqiao.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Every page that links lead to, for everybody who is led there: none is missing, none fails, and on none axe-core finds
 * anything serious or critical. A page with an identifier is looked at once.
 */
@Journey
class EveryPageJourneys {
    private static final int MOST_PAGES = 120;
    private static final int OFTEN_ENOUGH = 2;

    /** Files to keep are no pages. */
    private static final Pattern FILE =
            Pattern.compile(".*(\\.(xlsx|csv|pdf|ics|zip|png|svg)|/file|/licence|/export.*|/qr|/download.*)$");

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[A-Za-z0-9_-]{32}");

    @Autowired
    Portal portal;

    @ParameterizedTest
    @CsvSource({"DESK, zh", "DESK, en", "PHONE, zh"})
    void of_a_visitor(Screen screen, String language) {
        try (var visitor = portal.visitor(screen).opens("/?lang=" + language)) {
            assertThat(obstaclesOnTheWay(visitor, "/")).isEmpty();
        }
    }

    @Test
    void in_high_contrast_and_large_text() {
        try (var visitor = portal.visitor(Screen.PHONE).opens("/")) {
            visitor.setsView("contrast-high").setsView("text-large");
            assertThat(obstaclesOnTheWay(visitor, "/")).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"visitor", "enterprise", "tz-officer"})
    void by_night(String login) {
        try (var person = login.equals("visitor")
                ? portal.visitor(Screen.NIGHT).opens("/")
                : portal.signedIn(login, Screen.NIGHT)) {
            assertThat(obstaclesOnTheWay(person, person.address())).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "enterprise",
                "association",
                "park",
                "tz-officer",
                "sh-lead",
                "lf-coord",
                "joint",
                "sh-reviewer",
                "review-admin",
                "system-admin",
                "security-admin",
                "auditor"
            })
    void of_each_role(String login) {
        try (var person = portal.signedIn(login, Screen.DESK)) {
            assertThat(obstaclesOnTheWay(person, "/desk")).isEmpty();
        }
    }

    @Test
    void of_forms_that_say_what_is_wrong() {
        try (var visitor = portal.visitor(Screen.PHONE)) {
            refuses(visitor, "/intents/new", "提交意向");
            refuses(visitor, "/register/new", "保存并继续");
            visitor.opens("/sign-in")
                    .fills("login", "nobody")
                    .fills("password", "wrong")
                    .goes("登录");
            assertThat(visitor.obstacles()).isEmpty();
        }
        try (var enterprise = portal.signedIn("enterprise", Screen.PHONE)) {
            enterprise
                    .opens("/my/needs/new")
                    .ticks("subject", "RESOURCE")
                    .goes("保存并继续")
                    .sees("请选择资源类别");
            assertThat(enterprise.obstacles()).isEmpty();
        }
        try (var officer = portal.signedIn("tz-officer", Screen.DESK)) {
            refuses(officer, "/my/needs/new", "提交审核");
            refuses(officer, "/meetings/new", "保存");
            refuses(officer, "/projects/new", "保存");
        }
    }

    private static void refuses(Person person, String path, String send) {
        person.opens(path).goes(send);
        assertThat(person.obstacles()).as(path).isEmpty();
    }

    /** How often a kind of page has been met: what every role sees alike is drawn and measured twice, then only asked for. */
    private static final Map<String, Integer> LOOKED_AT = new HashMap<>();

    private static List<String> obstaclesOnTheWay(Person person, String start) {
        var obstacles = new ArrayList<String>();
        var known = new HashSet<String>();
        var ahead = new ArrayDeque<>(List.of(start));
        while (!ahead.isEmpty() && known.size() < MOST_PAGES) {
            var path = ahead.poll();
            var kind = kind(path);
            if (FILE.matcher(withoutQuery(path)).matches() || !known.add(kind)) continue;
            boolean familiar = LOOKED_AT.merge(start + kind, 1, Integer::sum) > OFTEN_ENOUGH;
            ahead.addAll(familiar ? ask(person, path, obstacles) : look(person, path, obstacles));
        }
        return obstacles;
    }

    private static List<String> look(Person person, String path, List<String> obstacles) {
        if (!person.arrivesAt(path)) obstacles.add(path + " cannot be opened");
        else person.obstacles().forEach(found -> obstacles.add(path + " " + found));
        return person.linksHere();
    }

    private static List<String> ask(Person person, String path, List<String> obstacles) {
        var links = person.asksFor(path);
        if (links.isEmpty()) obstacles.add(path + " cannot be opened");
        return links;
    }

    /** Pages of one kind differ in their identifiers and in how a list is narrowed. */
    private static String kind(String path) {
        return ID.matcher(withoutQuery(path)).replaceAll("*").replaceFirst("^/chains/.+", "/chains/*");
    }

    private static String withoutQuery(String path) {
        return path.replaceFirst("[?#].*", "");
    }
}
