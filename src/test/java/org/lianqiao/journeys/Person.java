package org.lianqiao.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitUntilState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Somebody with a browser. Fields are known by name, buttons and links by what they say. Wherever the person comes, the
 * page must be whole: no error of a script or of the server, nothing that the Content-Security-Policy forbids, nothing
 * that sticks out of a phone.
 */
class Person implements AutoCloseable {
    private static final int PATIENCE_MS = 30_000;
    private static final String LINKS = "a[href^='/']:not([download])";

    private final BrowserContext window;
    private final Screen screen;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    Person(BrowserContext window, Screen screen) {
        this.window = window;
        this.screen = screen;
        window.setDefaultTimeout(PATIENCE_MS);
        page = window.newPage();
        page.onConsoleMessage(this::hear);
        page.onPageError(error -> complaints.add("script: " + error));
        page.onResponse(this::judge);
    }

    /** An answer of the server is judged by {@link #judge}, not by what the console says of it. */
    private void hear(ConsoleMessage message) {
        if (message.type().equals("error") && !message.text().startsWith("Failed to load resource"))
            complaints.add("console: " + message.text());
    }

    private void judge(Response response) {
        boolean isPage = response.request().isNavigationRequest();
        if (response.status() >= (isPage ? 500 : 400)) complaints.add(response.status() + " " + response.url());
    }

    Person signsIn(String login, String password) {
        return opens("/sign-in")
                .fills("login", login)
                .fills("password", password)
                .goes("登录");
    }

    Person opens(String path) {
        page.navigate(path, new Page.NavigateOptions().setWaitUntil(WaitUntilState.LOAD));
        return looks();
    }

    /** Presses a button or follows a link of the page (not of the menu) that leads on. */
    Person goes(String name) {
        return leaves(named(name));
    }

    /** Presses a button that may do its work without leaving the page. */
    Person taps(String name) {
        return insists(name + " at " + address(), () -> activate(button(name, "main")));
    }

    /** Presses a button within a part of the page, which leads on. */
    Person goes(String name, String part) {
        return leaves(button(name, part));
    }

    private Locator button(String name, String part) {
        return page.locator(part)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true))
                .filter(visible())
                .first();
    }

    /** Looks for a guest on the check-in page. */
    Person asksAtTheDoor(String words) {
        asks(words);
        return insists("查询 " + words, () -> activate(button("查询", "main form[role=search]")));
    }

    /** Chooses a facet or a tab by its word, whatever count stands beside it. */
    Person narrows(String label) {
        return leaves(page.locator("main .facet a, main .tabs a")
                .filter(new Locator.FilterOptions().setHasText(label).setVisible(true))
                .first());
    }

    /** Follows the first link to a record whose address begins so. */
    Person follows(String path) {
        return leaves(page.locator("main a[href^='" + path + "']:not([href$='/new'])")
                .filter(visible())
                .first());
    }

    /** Opens the first record of a list. */
    Person opensFirst() {
        return leaves(page.locator("main .rows a.name").filter(visible()).first());
    }

    private Person leaves(Locator way) {
        return insists(way + " at " + address(), () -> page.waitForNavigation(() -> activate(way)))
                .looks();
    }

    /** What fails leaves a picture of the page under {@code target/journeys}. */
    private Person insists(String what, Runnable step) {
        try {
            step.run();
            return this;
        } catch (AssertionError | PlaywrightException e) {
            var picture = Path.of("target", "journeys", System.currentTimeMillis() + ".png");
            page.screenshot(new Page.ScreenshotOptions().setPath(picture).setFullPage(true));
            throw new AssertionError(what + " on " + screen + ": see " + picture, e);
        }
    }

    /**
     * By mouse or finger; without JavaScript by keyboard, since Playwright waits for an element to be still by animation
     * frames, which may never come there.
     */
    private void activate(Locator way) {
        if (screen.script) way.click();
        else way.press("Enter");
    }

    private Locator named(String name) {
        var main = page.locator("main, [data-pane]");
        return main.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true))
                .or(main.getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(name).setExact(true)))
                .filter(visible())
                .first();
    }

    /** Unfolds what stands behind this word. */
    Person unfolds(String summary) {
        activate(page.locator("main summary")
                .filter(new Locator.FilterOptions().setHasText(summary).setVisible(true))
                .first());
        return this;
    }

    Person fills(String field, String text) {
        field(field).fill(text);
        return this;
    }

    /** Types into the search box of the page, not into the one at its head. */
    Person asks(String words) {
        page.locator("main form[role=search] input[name=q]").fill(words);
        return this;
    }

    /** Chooses from a list by what is sent. */
    Person picks(String field, String value) {
        field(field).selectOption(value);
        return this;
    }

    /** Chooses from a list by what is read. */
    Person picksNamed(String field, String label) {
        field(field).selectOption(new com.microsoft.playwright.options.SelectOption().setLabel(label));
        return this;
    }

    /** Chooses the first of a list that is a choice at all. */
    Person picksFirst(String field) {
        var first = field(field).locator("option:not([value=''])").first().getAttribute("value");
        return picks(field, first);
    }

    /** Uploads a picture under this name. */
    Person uploads(String field, String name) {
        page.locator("input[type=file][name='%s']".formatted(field)).setInputFiles(Pictures.named(name));
        return this;
    }

    /** Uploads a table of this text. */
    Person uploadsTable(String field, String name, String text) {
        page.locator("input[type=file][name='%s']".formatted(field))
                .setInputFiles(
                        new FilePayload(name, "text/csv", text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        return this;
    }

    /** Uploads a workbook. */
    Person uploadsBook(String field, String name, byte[] book) {
        page.locator("input[type=file][name='%s']".formatted(field))
                .setInputFiles(new FilePayload(name, "application/octet-stream", book));
        return this;
    }

    /** What is drawn, not written. */
    Person shows(String selector) {
        return insists(selector, () -> assertThat(page.locator(selector)).isVisible());
    }

    /** Chooses a radio button or ticks a box. */
    Person ticks(String field, String value) {
        return check(page.locator("[name='%s'][value='%s']".formatted(field, value)));
    }

    Person ticks(String field) {
        return check(page.locator("input[type=checkbox][name='%s']".formatted(field)));
    }

    private Person check(Locator box) {
        if (screen.script) box.check();
        else if (!box.isChecked()) box.press("Space");
        assertThat(box).isChecked();
        return this;
    }

    private Locator field(String name) {
        return page.locator("input:not([type=hidden])[name='%1$s'], textarea[name='%1$s'], select[name='%1$s']"
                        .formatted(name))
                .filter(visible())
                .first();
    }

    /** What is downloaded by a link of this name. */
    byte[] takes(String name) throws IOException {
        var download = page.waitForDownload(() -> activate(named(name)));
        return Files.readAllBytes(download.path());
    }

    Person sees(String text) {
        return insists(
                text + " at " + address(),
                () -> assertThat(page.locator("body")).containsText(text));
    }

    Person doesNotSee(String text) {
        assertThat(page.locator("body")).not().containsText(text);
        return this;
    }

    /** The first text on the page that looks so. */
    String reads(String pattern) {
        var found = Pattern.compile(pattern).matcher(page.locator("body").innerText());
        return found.find() ? found.group() : "";
    }

    String address() {
        return page.url().replaceFirst("^https?://[^/]+", "");
    }

    /** The identifier at the end of the address. */
    String idHere() {
        var path = address().replaceFirst("[?#].*", "");
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private Person looks() {
        page.waitForLoadState();
        assertThat(complaints).as("at " + address()).isEmpty();
        var wide = (Number) page.evaluate("document.documentElement.scrollWidth");
        assertThat(wide.intValue()).as("width of " + address()).isLessThanOrEqualTo(screen.width);
        return this;
    }

    /** Whether a link that the portal offers leads to a page for this person; one to a file has to say so. */
    boolean arrivesAt(String path) {
        Response answer;
        try {
            answer = page.navigate(path);
        } catch (PlaywrightException e) {
            if (String.valueOf(e.getMessage()).contains("Download is starting")) return false;
            throw e;
        }
        if (answer != null && answer.status() >= 400) return false;
        looks();
        return true;
    }

    /** Asks for a page without drawing it: where its links lead; none where it is refused. */
    @SuppressWarnings("unchecked")
    List<String> asksFor(String path) {
        return (List<String>) page.evaluate("""
                async ([path, links]) => {
                    const answer = await fetch(path);
                    if (!answer.ok) return [];
                    const there = new DOMParser().parseFromString(await answer.text(), 'text/html');
                    return [...there.querySelectorAll(links)].map(a => a.getAttribute('href'));
                }""", List.of(path, LINKS));
    }

    /** What axe-core finds serious or critical, as “rule: place”. */
    List<String> obstacles() {
        return Axe.obstacles(page);
    }

    /** Where the links of this page lead, within the portal. */
    @SuppressWarnings("unchecked")
    List<String> linksHere() {
        return (List<String>)
                page.evaluate("links => [...document.querySelectorAll(links)].map(a => a.getAttribute('href'))", LINKS);
    }

    Person setsView(String view) {
        page.waitForNavigation(() -> page.locator("footer form:has(input[value='%s']) button".formatted(view))
                .click());
        return looks();
    }

    /** Opens the first row of a list beside the list, as a click on its blank part does. */
    Person opensBeside() {
        page.locator("table[data-opens] tbody tr")
                .first()
                .locator("td:not(.box)")
                .last()
                .click();
        return this;
    }

    Person presses(String key) {
        page.keyboard().press(key);
        return this;
    }

    Person goesBack() {
        page.goBack();
        return looks();
    }

    /** What has the keyboard, by its first words. */
    String focus() {
        return String.valueOf(page.evaluate("document.activeElement.innerText"));
    }

    void photographs(Path file) {
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
    }

    private static Locator.FilterOptions visible() {
        return new Locator.FilterOptions().setVisible(true);
    }

    @Override
    public void close() {
        window.close();
    }
}
