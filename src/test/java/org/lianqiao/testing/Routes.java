package org.lianqiao.testing;

import java.util.SortedSet;
import java.util.TreeSet;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The routes that the portal's controllers map, as {@code GET /needs/{id}}. */
public final class Routes {
    private final RequestMappingHandlerMapping mapping;

    Routes(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
        this.mapping = mapping;
    }

    public SortedSet<String> mapped() {
        var routes = new TreeSet<String>();
        mapping.getHandlerMethods().forEach((route, handler) -> {
            if (!handler.getBeanType().getPackageName().startsWith("org.lianqiao")) return;
            for (var pattern : route.getPatternValues()) {
                for (var method : route.getMethodsCondition().getMethods()) routes.add(method + " " + pattern);
                if (route.getMethodsCondition().isEmpty()) routes.add("ANY " + pattern);
            }
        });
        return routes;
    }
}
