package org.lianqiao.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.WebUtils;

/** Larger text and high contrast, switched by the reader and kept in a cookie. */
@Controller
@RequiredArgsConstructor
class Preferences {
    private static final String COOKIE = "lq-view";
    private static final List<String> KNOWN = List.of("text-large", "contrast-high");

    @Value("${lianqiao.secure-cookies:false}")
    private final boolean secureCookies;

    @PostMapping("/preferences")
    String toggle(
            @RequestParam String view,
            @RequestParam(defaultValue = "/") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        var chosen = chosen(request);
        if (KNOWN.contains(view) && !chosen.remove(view)) chosen.add(view);
        var cookie = ResponseCookie.from(COOKIE, String.join("_", chosen))
                .path("/")
                .httpOnly(true)
                .secure(secureCookies)
                .sameSite("Lax")
                .maxAge(Duration.ofDays(365))
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        return "redirect:" + Redirects.inside(back);
    }

    static String htmlClass(HttpServletRequest request) {
        return String.join(" ", chosen(request));
    }

    private static Set<String> chosen(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, COOKIE);
        if (cookie == null) return new LinkedHashSet<>();
        return Arrays.stream(cookie.getValue().split("_"))
                .filter(KNOWN::contains)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
