package org.lianqiao.accounts;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Where a request comes from, as far as one party has it: one address of IPv4, the first half of one of IPv6, of which a
 * household is given as many as it likes.
 *
 * @param thisMachine a proxy here that is not believed stands for everybody
 */
record Network(String name, boolean thisMachine) {
    private static final int HALF = 8;

    /** @param address as the container tells it; text that is none, from a header, stands for itself */
    static Network of(String address) {
        boolean six = address.indexOf(':') >= 0;
        if (!six && !address.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}")) return new Network(address, false);
        try {
            var found = InetAddress.getByName(address); // a literal: nobody is asked for its name
            var bytes = found.getAddress();
            var name =
                    bytes.length > HALF ? HexFormat.of().formatHex(Arrays.copyOf(bytes, HALF)) : found.getHostAddress();
            return new Network(name, found.isLoopbackAddress());
        } catch (UnknownHostException e) {
            return new Network(address, false);
        }
    }
}
