package org.lianqiao.events;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.Encoder;

/**
 * A QR code as one path of an SVG: it stands in the page itself, needs no image and prints sharp at any size.
 *
 * @param size its side in modules, the quiet zone of four included
 */
public record QrCode(int size, String path) {
    private static final int QUIET = 4;

    /** @param text an address of at most some 500 characters */
    public static QrCode of(String text) {
        try {
            var matrix = Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
            var path = new StringBuilder();
            for (int y = 0; y < matrix.getHeight(); y++)
                for (int x = 0; x < matrix.getWidth(); x++) {
                    if (matrix.get(x, y) == 0) continue;
                    int from = x;
                    while (x < matrix.getWidth() && matrix.get(x, y) == 1) x++;
                    path.append('M').append(from + QUIET).append(' ').append(y + QUIET);
                    path.append('h')
                            .append(x - from)
                            .append("v1h-")
                            .append(x - from)
                            .append('z');
                }
            return new QrCode(matrix.getWidth() + 2 * QUIET, path.toString());
        } catch (WriterException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** What the SVG's {@code viewBox} says. */
    public String box() {
        return "0 0 " + size + " " + size;
    }
}
