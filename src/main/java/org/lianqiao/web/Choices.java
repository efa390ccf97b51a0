package org.lianqiao.web;

import java.util.Arrays;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The constants of an enumeration as choices, in the reader's words: the key is {@code Type.CONSTANT}. */
@Component
@RequiredArgsConstructor
public class Choices {
    private final MessageSource messages;

    public List<Option> of(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(e -> new Option(e.name(), label(e)))
                .toList();
    }

    public String label(Enum<?> value) {
        return text(value.getDeclaringClass().getSimpleName() + "." + value.name());
    }

    public String text(String key, Object... args) {
        return messages.getMessage(key, args, LocaleContextHolder.getLocale());
    }
}
