package org.lianqiao.administration.settings;

import java.time.OffsetDateTime;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.Recorded;
import org.lianqiao.shared.Settings;
import org.lianqiao.shared.Viewer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sets what may be set, and keeps who changed what from which value to which. */
@Service
@RequiredArgsConstructor
class SettingChanges {
    private final Settings settings;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    /** @param by who changed it last; an empty text where nobody is named */
    record Change(
            String key,
            String value,
            OffsetDateTime updatedAt,
            @Nullable String by) {}

    @Transactional(readOnly = true)
    Map<String, Change> all() {
        return jdbc.sql("""
                select s.key, s.value, s.updated_at, coalesce(a.name, '') as by
                  from setting s left join account a on a.id = s.updated_by
                """).query(Change.class).list().stream()
                .collect(Collectors.toMap(Change::key, Function.identity()));
    }

    String value(KnownSetting setting) {
        return settings.text(setting.key, setting.otherwise);
    }

    @Transactional
    void set(KnownSetting setting, String typed, Viewer by) {
        var value = setting.checked(typed);
        var before = value(setting);
        if (value.equals(before)) return;
        settings.set(setting.key, value, by);
        events.publishEvent(new Recorded(by, "setting.edit", "setting", null, setting.key, before + " → " + value));
    }
}
