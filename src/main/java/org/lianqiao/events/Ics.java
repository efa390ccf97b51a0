package org.lianqiao.events;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import lombok.RequiredArgsConstructor;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import org.lianqiao.shared.Time;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Calendar files (RFC 5545). Times are written in UTC, which every calendar shows in its owner's zone. */
@Component
@RequiredArgsConstructor
public class Ics {
    private static final MediaType TYPE = MediaType.parseMediaType("text/calendar;charset=UTF-8");

    private final Clock clock;

    /**
     * An appointment.
     *
     * @param uid names it for ever, so that a later file replaces it
     */
    public record Entry(
            String uid,
            LocalDateTime starts,
            LocalDateTime ends,
            String title,
            String place,
            String note,
            String address) {}

    public String of(List<Entry> entries) {
        var calendar = new Calendar()
                .withDefaults()
                .withProdId("-//LianQiao//Events//ZH")
                .getFluentTarget();
        for (var entry : entries) calendar.add(appointment(entry));
        return calendar.toString();
    }

    public ResponseEntity<String> download(String name, List<Entry> entries) {
        var attached = ContentDisposition.attachment().filename(name + ".ics").build();
        return ResponseEntity.ok()
                .contentType(TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, attached.toString())
                .body(of(entries));
    }

    private VEvent appointment(Entry entry) {
        var event = new VEvent(false);
        event.add(new DtStamp(clock.instant()));
        event.add(new Uid(entry.uid));
        event.add(new net.fortuna.ical4j.model.property.DtStart<>(
                entry.starts.atZone(Time.ZONE).toInstant()));
        event.add(new net.fortuna.ical4j.model.property.DtEnd<>(
                entry.ends.atZone(Time.ZONE).toInstant()));
        event.add(new net.fortuna.ical4j.model.property.Summary(entry.title));
        if (!entry.place.isEmpty()) event.add(new Location(entry.place));
        if (!entry.note.isEmpty()) event.add(new Description(entry.note));
        event.add(new Url(URI.create(entry.address)));
        return event;
    }
}
