package org.lianqiao.cockpit.briefs;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.lianqiao.cockpit.figures.Schematic;
import org.lianqiao.shared.Money;
import org.lianqiao.shared.Viewer;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;

/** Puts briefs together, as a PDF and as a text to be pasted. */
@Service
@RequiredArgsConstructor
class Briefs {
    /** A longer address makes a QR code that no phone reads from paper. */
    private static final int LONGEST = 600;

    private final BriefReader reader;
    private final BriefPdf pdf;
    private final MessageSource messages;
    private final Clock clock;

    List<BriefItem> items(Selection selection, Viewer viewer) {
        return reader.items(selection, viewer);
    }

    /** @param base the portal's address, before the path */
    byte[] pdf(Selection selection, List<BriefItem> items, String base) {
        var places = reader.places(selection.isEnglish());
        var chapters = new ArrayList<Brief.Chapter>();
        for (var item : items) chapters.add(chapter("c" + chapters.size(), item, places, base));
        var own = base + selection.to("/briefs", null);
        var address = items.size() == 1 ? base + items.get(0).path() : own.length() > LONGEST ? base + "/" : own;
        return pdf.write(
                new Brief(
                        title(items, locale(selection)),
                        LocalDate.now(clock),
                        address,
                        Pictures.qr(address),
                        items.stream().anyMatch(i -> !i.open()),
                        chapters),
                locale(selection));
    }

    private static Brief.Chapter chapter(String id, BriefItem item, List<BriefReader.Place> places, String base) {
        var spots = new ArrayList<MapSpot>();
        for (var place : places) spots.add(spot(place, spots.size(), item));
        var map = item.sites().isEmpty() ? "" : Pictures.map(spots, Schematic.WIDTH, Schematic.HEIGHT);
        return new Brief.Chapter(id, item, base + item.path(), Pictures.qr(base + item.path()), map, spots);
    }

    private static MapSpot spot(BriefReader.Place place, int nth, BriefItem item) {
        var at = Schematic.of(place.code(), nth);
        var function = item.sites().stream()
                .filter(s -> s.code().equals(place.code()))
                .map(BriefItem.Site::function)
                .findFirst();
        return new MapSpot(place.name(), at.x(), at.y(), function.orElse(""));
    }

    String title(List<BriefItem> items, Locale locale) {
        return items.size() == 1 ? items.get(0).title() : text("cockpit.brief.title", locale);
    }

    /** What is pasted into WeChat. */
    String words(Selection selection, List<BriefItem> items, String base) {
        var locale = locale(selection);
        var lines = new ArrayList<String>();
        for (var item : items) {
            lines.add("【" + text("cockpit.brief.kind." + item.kind(), locale) + "】" + item.title());
            var sites = item.sites().stream()
                    .map(s -> s.region() + " " + text("SiteFunction." + s.function(), locale))
                    .distinct()
                    .toList();
            if (!sites.isEmpty()) lines.add(String.join(selection.isEnglish() ? ", " : "、", sites));
            for (var fact : item.facts()) {
                var money = fact.money();
                if (money != null) lines.add(text("cockpit.brief.fact.amount", locale) + " " + sum(money, locale));
            }
            if (!item.text().isEmpty()) lines.add(item.text());
            lines.add(base + item.path());
            lines.add("");
        }
        return String.join("\n", lines).strip();
    }

    private String sum(Money money, Locale locale) {
        var unit = money.readsInYi() ? "web.sum.yi" : "web.sum.wan";
        var value = money.readsInYi() ? money.yi() : money.wan();
        return messages.getMessage(
                unit, new Object[] {value.toPlainString(), money.million().toPlainString()}, locale);
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }

    static Locale locale(Selection selection) {
        return selection.isEnglish() ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
    }
}
