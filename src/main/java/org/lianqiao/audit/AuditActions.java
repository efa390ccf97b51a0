package org.lianqiao.audit;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import lombok.RequiredArgsConstructor;
import org.lianqiao.web.Option;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Actions and kinds of records in words. What the bundle does not know yet is shown by its code, never lost. */
@Component
@RequiredArgsConstructor
class AuditActions {
    private static final String ACTION = "audit.action.";
    private static final String ENTITY = "audit.entity.";

    private final MessageSource messages;

    String action(String code) {
        return label(ACTION, code);
    }

    String entity(String code) {
        return label(ENTITY, code);
    }

    /** What changed; a state that was kept by its name reads in words. */
    String detail(String kept) {
        return kept.matches("[A-Z_]+") ? label("audit.word.", kept) : kept;
    }

    List<Option> actions() {
        return options(ACTION);
    }

    List<Option> entities() {
        return options(ENTITY);
    }

    private String label(String prefix, String code) {
        if (code.isEmpty()) return "";
        var text = messages.getMessage(prefix + code, null, code, LocaleContextHolder.getLocale());
        return text == null ? code : text;
    }

    private List<Option> options(String prefix) {
        return ResourceBundle.getBundle("messages/audit", Locale.ROOT).keySet().stream()
                .filter(key -> key.startsWith(prefix) && !key.equals(prefix + "all"))
                .map(key -> key.substring(prefix.length()))
                .map(code -> new Option(code, label(prefix, code)))
                .sorted(Comparator.comparing(Option::value))
                .toList();
    }
}
