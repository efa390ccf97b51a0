package org.lianqiao.prospects;

/** From where somebody looks at a prospect; nobody else finds it. */
public enum Seat {
    /** An officer of the office that holds it (牵头单位). */
    HOLDER,
    /** An officer of an office that takes part (配合单位). */
    PARTNER,
    /** The office that coordinates the holder's side: the whole, contacts masked. */
    COORDINATOR,
    /** By the record's sharing: name, holder and stage. */
    READER;

    public boolean seesAll() {
        return this != READER;
    }

    /** Logs follow-ups, completes steps, asks for contacts. */
    public boolean works() {
        return this == HOLDER || this == PARTNER;
    }

    /** Decides on stage, sharing, partners and text. */
    public boolean leads() {
        return this == HOLDER;
    }
}
