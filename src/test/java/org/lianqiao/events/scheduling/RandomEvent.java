package org.lianqiao.events.scheduling;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Events made up by chance, one for each seed; what is pinned in them can be held together. */
final class RandomEvent {
    private final Random random;
    private final int slots;
    private final int tables;
    private final List<Guest> guests = new ArrayList<>();
    private final List<Wish> wishes = new ArrayList<>();

    private RandomEvent(long seed) {
        random = new Random(seed);
        slots = 4 + random.nextInt(9);
        int people = 6 + random.nextInt(30);
        tables = 2 + random.nextInt(people / 2);
        for (int g = 0; g < people; g++) guests.add(new Guest(mostly(), random.nextInt(3)));
        for (int w = 0; w < people * 3; w++) wish(people);
    }

    static Problem of(long seed) {
        var event = new RandomEvent(seed);
        var problem = event.problem();
        event.pin(Greedy.begin(problem, 2));
        return event.problem();
    }

    private Problem problem() {
        return Problem.of(slots, tables, guests, wishes);
    }

    private long mostly() {
        return random.nextInt(3) == 0 ? random.nextLong() | random.nextLong() : Guest.ALWAYS;
    }

    private void wish(int people) {
        int first = random.nextInt(people);
        int second = (first + 1 + random.nextInt(people - 1)) % people;
        var wish = new Wish(first, second, 1 + random.nextInt(5), mostly());
        int before = wishes.size();
        wishes.add(before > 0 && random.nextInt(12) == 0 ? wish.after(List.of(random.nextInt(before))) : wish);
    }

    private void pin(Assignment possible) {
        for (int w = 0; w < wishes.size(); w++)
            if (possible.slot[w] >= 0 && random.nextInt(10) == 0)
                wishes.set(w, wishes.get(w).pinnedTo(possible.slot[w]));
    }
}
