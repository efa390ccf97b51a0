package org.lianqiao.meetings;

import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.lianqiao.shared.Tokens;
import org.lianqiao.shared.Viewer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The log of meetings, for one-to-one talks at an event. */
@Service
@RequiredArgsConstructor
public class EventTalks {
    private static final int TOKEN = 32;

    private final Meetings meetings;

    /**
     * A talk that took place.
     *
     * @param key names the two who talked; told twice it is one meeting
     * @param enterprise who was met, by full name
     * @param heldAt in Beijing time, not in the future
     */
    public record Talk(
            String key,
            UUID event,
            String enterprise,
            LocalDateTime heldAt,
            String place,
            String ourPeople,
            String theirPeople,
            Outcome outcome,
            String minutes) {}

    /** @return the meeting; where this talk was logged before, the one made then */
    @Transactional
    public UUID log(Talk talk, Viewer officer) {
        var token = Tokens.digest(talk.key).substring(0, TOKEN);
        return meetings.log(
                new MeetingForm(
                        token,
                        null,
                        talk.enterprise,
                        talk.heldAt,
                        false,
                        talk.place,
                        talk.ourPeople,
                        talk.theirPeople,
                        List.of(),
                        null,
                        null,
                        talk.event,
                        talk.outcome,
                        talk.minutes,
                        false,
                        "",
                        null,
                        null,
                        false,
                        "",
                        null),
                officer);
    }
}
