package org.lianqiao.cockpit.figures;

import java.util.LinkedHashMap;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.lianqiao.web.Links;

/** Where the list stands that a figure counts. */
@RequiredArgsConstructor
final class CockpitLinks {
    private final Links links;
    private final CockpitFilter filter;
    private final String scope;
    private final Period period;

    /** Leads reported in the period. @param more names and values in turn */
    String leads(String... more) {
        var asked = chain("scope", scope);
        asked.put("since", period.first().toString());
        asked.put("until", period.last().toString());
        return to("/ledger", asked, more);
    }

    /** Whatever is overdue, whenever it was reported. */
    String late(String... more) {
        var asked = chain("scope", scope);
        asked.put("late", "yes");
        return to("/ledger", asked, more);
    }

    /** @param what {@code first}, {@code signed} or {@code started} */
    String projects(String what, String... more) {
        var asked = chain("counted", scope);
        asked.put(what + "Since", period.first().toString());
        asked.put(what + "Until", period.last().toString());
        return to("/projects", asked, more);
    }

    /** Another page of the cockpit with what this one looks at. */
    String cockpit(String path) {
        var asked = chain("scope", scope);
        asked.put("from", period.first().toString());
        asked.put("to", period.last().toString());
        return to(path, asked);
    }

    private Map<String, String> chain(String name, String value) {
        var asked = new LinkedHashMap<String, String>();
        asked.put(name, value);
        var chain = filter.chainOf();
        if (chain != null) asked.put("chain", chain.toString());
        return asked;
    }

    private String to(String path, Map<String, String> asked, String... more) {
        for (int i = 0; i < more.length; i += 2) asked.put(more[i], more[i + 1]);
        return links.to(path, asked);
    }
}
