package org.lianqiao.events.scheduling;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** An event of a given size: a few guests whom many wish to meet, some who are there for half of it. */
final class Afternoon {
    private Afternoon() {}

    static Problem of(int people, int wished, int slots, int tables, long seed) {
        var random = new Random(seed);
        List<Guest> guests = new ArrayList<>();
        long half = (1L << slots / 2) - 1;
        for (int g = 0; g < people; g++)
            guests.add(new Guest(
                    switch (random.nextInt(6)) {
                        case 0 -> half;
                        case 1 -> ~half;
                        default -> Guest.ALWAYS;
                    },
                    0));
        List<Wish> wishes = new ArrayList<>();
        while (wishes.size() < wished) {
            int first = (int) (people * Math.pow(random.nextDouble(), 1.6));
            int second = random.nextInt(people);
            if (first != second) wishes.add(new Wish(first, second, 1 + random.nextInt(6)));
        }
        return Problem.of(slots, tables, guests, wishes);
    }
}
