package org.lianqiao.cockpit.briefs;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/** Small pictures within a PDF, as addresses that carry them. */
final class Pictures {
    /** A module of a QR code in pixels: sharp in print at 30 mm. */
    private static final int SIDE = 330;

    private static final int SCALE = 3;
    private static final Color LINE = new Color(0x1d5c7a);
    private static final Map<String, Color> FUNCTIONS = Map.of(
            "RESEARCH", new Color(0x3b6fb6),
            "PILOT", new Color(0x7a5fb0),
            "PRODUCTION", new Color(0xb7791f),
            "SUPPORT", new Color(0x4b8b6f));

    private Pictures() {}

    static String qr(String text) {
        try {
            var matrix = new QRCodeWriter()
                    .encode(text, BarcodeFormat.QR_CODE, SIDE, SIDE, Map.of(EncodeHintType.MARGIN, 1));
            var image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_BINARY);
            for (int y = 0; y < SIDE; y++)
                for (int x = 0; x < SIDE; x++) image.setRGB(x, y, matrix.get(x, y) ? 0x000000 : 0xffffff);
            return png(image);
        } catch (WriterException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Lines between the places with a site and a dot for each place; names are set over it by the page. */
    static String map(List<MapSpot> spots, int width, int height) {
        var image = new BufferedImage(width * SCALE, height * SCALE, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.scale(SCALE, SCALE);
        pen.setColor(new Color(0xf5f7f9));
        pen.fillRect(0, 0, width, height);
        var joined = spots.stream().filter(s -> !s.function().isEmpty()).toList();
        pen.setColor(LINE);
        pen.setStroke(new BasicStroke(2.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        for (int i = 1; i < joined.size(); i++)
            pen.drawLine(
                    joined.get(i - 1).x(),
                    joined.get(i - 1).y(),
                    joined.get(i).x(),
                    joined.get(i).y());
        for (var spot : spots) {
            int radius = spot.function().isEmpty() ? 6 : 11;
            pen.setColor(FUNCTIONS.getOrDefault(spot.function(), new Color(0xb8c4ce)));
            pen.fillOval(spot.x() - radius, spot.y() - radius, 2 * radius, 2 * radius);
        }
        pen.dispose();
        return png(image);
    }

    private static String png(BufferedImage image) {
        try (var out = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", out);
            return "data:image/png;base64," + Base64.getEncoder().encodeToString(out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
