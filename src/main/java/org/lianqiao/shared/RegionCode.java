package org.lianqiao.shared;

import java.io.Serializable;

/** A GB/T 2260 code of six digits. A name never identifies a region (two districts are called 通州), the code does. */
public record RegionCode(String value) implements Serializable {
    public RegionCode {
        if (!value.matches("[0-9]{6}")) throw new IllegalArgumentException("not a region code: " + value);
    }

    @Override
    public String toString() {
        return value;
    }
}
