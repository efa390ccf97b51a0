package org.lianqiao.journeys;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;

/** Looks at a page as WCAG 2.2 AA does, as far as a machine can. */
final class Axe {
    private static final String RUN = """
            async () => (await axe.run({resultTypes: ['violations']})).violations
                .filter(v => ['serious', 'critical'].includes(v.impact))
                .flatMap(v => v.nodes.slice(0, 5).map(n => v.id + ': ' + n.target.join(' ') + ' — ' + n.any.concat(n.all).map(c => c.message).join('; ')))
            """;

    private Axe() {}

    @SuppressWarnings("unchecked")
    static List<String> obstacles(Page page) {
        page.evaluate(AxeBuilder.getAxeScript());
        return (List<String>) page.evaluate(RUN);
    }
}
