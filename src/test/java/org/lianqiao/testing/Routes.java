package org.lianqiao.testing;

import java.lang.reflect.Parameter;
import java.util.SortedSet;
import java.util.TreeSet;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
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

    /** The names of the parameters that a route reads: of the method itself, and of the records that forms are bound to. */
    public SortedSet<String> parameters(String method, String pattern) {
        var names = new TreeSet<String>();
        mapping.getHandlerMethods().forEach((route, handler) -> {
            boolean same = route.getPatternValues().contains(pattern)
                    && route.getMethodsCondition().getMethods().stream()
                            .anyMatch(m -> m.name().equals(method));
            if (!same) return;
            for (var parameter : handler.getMethod().getParameters()) {
                if (parameter.isAnnotationPresent(PathVariable.class)) continue;
                if (parameter.getType().isRecord()
                        && parameter.getType().getPackageName().startsWith("org.lianqiao"))
                    for (var component : parameter.getType().getRecordComponents()) names.add(component.getName());
                else if (parameter.isAnnotationPresent(RequestParam.class)) names.add(name(parameter));
            }
        });
        return names;
    }

    private static String name(Parameter parameter) {
        var given = parameter.getAnnotation(RequestParam.class).value();
        return given.isEmpty() ? parameter.getName() : given;
    }
}
