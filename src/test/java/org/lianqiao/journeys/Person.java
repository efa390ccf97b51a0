package org.lianqiao.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitUntilState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Somebody with a browser. Fields are known by name, buttons and links by what they say. Wherever the person comes, the
 * page must be whole: no error of a script or of the server, nothing that the Content-Security-Policy forbids, nothing
 * that sticks out of a phone.
 */
class Person implements AutoCloseable {
    private static final int PATIENCE_MS = 10_000;

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
        boolean page = response.request().isNavigationRequest();
        if (response.status() >= (page ? 500 : 400)) complaints.add(response.status() + " " + response.url());
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

    /** Follows the first link to an address that begins so. */
    Person follows(String path) {
        return leaves(
                page.locator("main a[href^='" + path + "']").filter(visible()).first());
    }

    private Person leaves(Locator way) {
        page.waitForNavigation(way::click);
        return looks();
    }

    private Locator named(String name) {
        var main = page.locator("main");
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
        page.locator("main summary")
                .filter(new Locator.FilterOptions().setHasText(summary).setVisible(true))
                .first()
                .click();
        return this;
    }

    Person fills(String field, String text) {
        field(field).fill(text);
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

    /** Chooses a radio button or ticks a box. */
    Person ticks(String field, String value) {
        page.locator("[name='%s'][value='%s']".formatted(field, value)).check();
        return this;
    }

    Person ticks(String field) {
        page.locator("input[type=checkbox][name='%s']".formatted(field)).check();
        return this;
    }

    private Locator field(String name) {
        return page.locator("input:not([type=hidden])[name='%1$s'], textarea[name='%1$s'], select[name='%1$s']"
                        .formatted(name))
                .filter(visible())
                .first();
    }

    Person sees(String text) {
        assertThat(page.locator("body")).containsText(text);
        return this;
    }

    Person doesNotSee(String text) {
        assertThat(page.locator("body")).not().containsText(text);
        return this;
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

    /** What axe-core finds serious or critical, as “rule: place”. */
    List<String> obstacles() {
        return Axe.obstacles(page);
    }

    void pictures(Path file) {
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
