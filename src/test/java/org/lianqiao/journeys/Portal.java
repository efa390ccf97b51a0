package org.lianqiao.journeys;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ColorScheme;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;

/** The portal as people reach it: to each a browser window of the own, which shares nothing with another's. */
@TestComponent
class Portal implements AutoCloseable {
    /** Of all people of the demo data. */
    private static final String PASSWORD = "Lianqiao#2026";

    private final Environment environment;
    private final Playwright playwright;
    private final Browser browser;

    Portal(Environment environment) {
        this.environment = environment;
        var launch = new BrowserType.LaunchOptions().setArgs(Chromium.ARGUMENTS);
        Chromium.find().ifPresent(launch::setExecutablePath);
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Chromium.NO_DOWNLOAD));
        try {
            browser = playwright.chromium().launch(launch);
        } catch (PlaywrightException e) {
            playwright.close();
            throw Chromium.missing(e.getMessage(), e);
        }
    }

    Person visitor(Screen screen) {
        var window = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL("http://localhost:" + environment.getRequiredProperty("local.server.port"))
                .setViewportSize(screen.width, screen.height)
                .setJavaScriptEnabled(screen.script)
                .setColorScheme(screen == Screen.NIGHT ? ColorScheme.DARK : ColorScheme.LIGHT)
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai"));
        return new Person(window, screen);
    }

    /** Somebody of the demo data. */
    Person signedIn(String login, Screen screen) {
        return visitor(screen).signsIn(login, PASSWORD);
    }

    @Override
    public void close() {
        playwright.close();
    }
}
