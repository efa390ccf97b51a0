package org.lianqiao.catalogue.editing;

import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lombok.RequiredArgsConstructor;
import org.lianqiao.catalogue.Catalogue;
import org.lianqiao.catalogue.CatalogueChanged;
import org.lianqiao.catalogue.ChainLog;
import org.lianqiao.shared.Recorded;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Choices;
import org.lianqiao.web.Difference;
import org.lianqiao.web.InChinese;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Keeps what changed in chains and nodes, and tells who has to know: the catalogue, the audit, what is derived. */
@Component
@RequiredArgsConstructor
class Versions {
    private final ChainLog log;
    private final Catalogue catalogue;
    private final Choices choices;
    private final ApplicationEventPublisher events;

    void changed(
            ChainLog.Entity entity,
            UUID id,
            String name,
            ChainLog.Action action,
            String audited,
            String detail,
            Viewer by) {
        log.changed(entity, id, name, action, detail, by);
        catalogue.forgetAfterCommit();
        events.publishEvent(new CatalogueChanged());
        events.publishEvent(new Recorded(by, audited, audited.substring(0, audited.indexOf('.')), id, name, detail));
    }

    /** 名称：旧 → 新；位置：中游 → 上游. @param labels where the bundles name the fields */
    String described(Record before, Record after, String labels) {
        var old = Difference.between(after, before);
        var fresh = Difference.between(before, after);
        return InChinese.words(() -> IntStream.range(0, old.size())
                .mapToObj(i -> choices.text(labels + "." + old.get(i).field()) + "：" + said(old.get(i)) + " → "
                        + said(fresh.get(i)))
                .collect(Collectors.joining("；")));
    }

    private String said(Difference value) {
        return switch (value.field()) {
            case "stream" -> choices.text("Stream." + value.theirs());
            case "origin" -> choices.text("ChainOrigin." + value.theirs());
            case "active" ->
                choices.text("true".equals(value.theirs()) ? "administration.active" : "administration.inactive");
            default -> value.theirs();
        };
    }
}
