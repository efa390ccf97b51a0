package org.lianqiao.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.PageOf;
import org.lianqiao.shared.Settings;
import org.lianqiao.shared.Viewer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;

/** Puts the {@link Frame} around whole pages; redirects and htmx fragments need none and pay for none. Nobody is left past the end of a list. */
@Component
@RequiredArgsConstructor
class FrameInterceptor implements HandlerInterceptor {
    private static final Pattern FORWARDED = Pattern.compile("/|/(needs|projects|chains|events)(/(?!new)[^/]+)?");

    private static final FormOrder FORM_ORDER = new FormOrder();

    private final ObjectProvider<FrameCounts> counts;
    private final Settings settings;
    private final Links links;

    @Override
    public void postHandle(
            HttpServletRequest request,
            jakarta.servlet.http.HttpServletResponse response,
            Object handler,
            @Nullable ModelAndView page) {
        if (page == null || page.getViewName() == null) return;
        var view = page.getViewName();
        if (view.startsWith("redirect:")) return;
        var last = lastPage(page.getModel().values());
        if (last > 0) {
            page.clear();
            page.setViewName("redirect:" + links.page(last));
            return;
        }
        page.addObject("links", links);
        page.addObject("formOrder", FORM_ORDER);
        if (view.contains("::")) return;
        page.addObject("frame", frame(request, ViewerArgument.current()));
    }

    /** A page that a list no longer has, from an old link or after a filter, leads to the last that it has; 0 for none. */
    private static int lastPage(Collection<Object> model) {
        for (var value : model) {
            if (value instanceof PageOf<?> list
                    && list.isEmpty()
                    && list.total() > 0
                    && list.number() > list.getPages()) return list.getPages();
        }
        return 0;
    }

    private Frame frame(HttpServletRequest request, Viewer viewer) {
        var path = pathOf(request);
        var english = Locale.ENGLISH
                .getLanguage()
                .equals(org.springframework.context.i18n.LocaleContextHolder.getLocale()
                        .getLanguage());
        Map<String, Integer> waiting = viewer.isSignedIn() ? counted().waiting(viewer) : Map.of();
        List<Frame.Item> menu = Menu.of(viewer).stream()
                .map(e ->
                        new Frame.Item(e.key(), e.href(), e.icon(), waiting.getOrDefault(e.key(), 0), e.leadsTo(path)))
                .toList();
        return new Frame(
                viewer,
                menu,
                path,
                address(request),
                english ? "en" : "zh",
                inOtherLanguage(request, english),
                Preferences.htmlClass(request),
                viewer.isSignedIn() ? counted().unread(viewer) : 0,
                site());
    }

    private FrameCounts counted() {
        return counts.getObject();
    }

    private Frame.Site site() {
        return new Frame.Site(
                settings.text("site.organizer", ""), settings.text("site.icp", ""), settings.text("site.support", ""));
    }

    /** The page that was asked for, also where an error stands in its place. */
    private static String pathOf(HttpServletRequest request) {
        var failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return failed == null ? request.getRequestURI() : failed.toString();
    }

    /** What everybody may read may be forwarded, with its filters and in nobody's language. */
    private static String address(HttpServletRequest request) {
        if (!"GET".equals(request.getMethod())
                || !FORWARDED.matcher(request.getRequestURI()).matches()) return "";
        return ServletUriComponentsBuilder.fromRequest(request)
                .replaceQueryParam("lang")
                .build()
                .toUriString();
    }

    private static String inOtherLanguage(HttpServletRequest request, boolean english) {
        if (!"GET".equals(request.getMethod())) return "/?lang=" + (english ? "zh" : "en");
        return UriComponentsBuilder.fromPath(pathOf(request))
                .query(request.getQueryString())
                .replaceQueryParam("lang", english ? "zh" : "en")
                .build()
                .toUriString();
    }
}
