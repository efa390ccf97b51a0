package org.lianqiao.events.scheduling;

/** A Kempe chain: the meetings of two slots that hang together. Reused, so that walking costs no memory. */
final class Chain {
    /** Instead of a guest at an end: the chain closes on itself. */
    static final int CYCLE = -1;
    /** Instead of a guest at an end: some meeting may not stand in the other slot. */
    static final int BLOCKED = -2;

    final int[] wish;
    int length;
    int s;
    int t;
    int end0;
    int end1;
    /** How many more meetings leave slot s for t than the other way: -1, 0 or 1. */
    int surplus;

    Chain(int wishes) {
        wish = new int[wishes];
    }

    void begin(int from, int to) {
        s = from;
        t = to;
        length = 0;
        surplus = 0;
        end0 = CYCLE;
        end1 = CYCLE;
    }

    void add(int w, boolean stoodInS) {
        wish[length++] = w;
        surplus += stoodInS ? 1 : -1;
    }

    /** Whether exchanging the slots changes this guest's day. */
    boolean endsAt(int guest) {
        return guest >= 0 && (guest == end0 || guest == end1);
    }
}
