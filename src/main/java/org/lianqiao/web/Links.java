package org.lianqiao.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;

/** Addresses made from the present one: filters live in the URL. A changed filter begins again at the first page. */
@Component
public class Links {
    /** The present page with a parameter set anew; an empty value takes it away. */
    public String with(String name, @Nullable Object value) {
        var uri = present().replaceQueryParam("page");
        if (value == null || value.toString().isEmpty()) uri.replaceQueryParam(name);
        else uri.replaceQueryParam(name, value.toString());
        return text(uri);
    }

    public String less(String name) {
        return with(name, null);
    }

    /** The present list at another page. */
    public String page(int number) {
        return text(present().replaceQueryParam("page", number));
    }

    /** The present page as it is, to come back to. */
    public String here() {
        return text(present());
    }

    /** Another page of the portal with the parameters of the present one. */
    public String here(String path) {
        return text(present().replacePath(path));
    }

    /** Another page of the portal with these parameters. */
    public String to(String path, Map<String, String> parameters) {
        var uri = UriComponentsBuilder.fromPath(path);
        parameters.forEach((name, value) -> uri.queryParam(name, "{" + name + "}"));
        return uri.encode().buildAndExpand(parameters).toUriString();
    }

    /** The present page without any filter. */
    public String bare() {
        return text(present().replaceQuery(null));
    }

    private static UriComponentsBuilder present() {
        return ServletUriComponentsBuilder.fromCurrentRequest().replaceQueryParam("lang");
    }

    private static String text(UriComponentsBuilder uri) {
        var parts = uri.build();
        return parts.getPath() + (parts.getQuery() == null ? "" : "?" + parts.getQuery());
    }
}
