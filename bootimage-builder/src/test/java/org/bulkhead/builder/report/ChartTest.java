package org.bulkhead.builder.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

/** Charts are well-formed SVG, say what they show, and are drawn alike each time. */
class ChartTest {
    private static Chart sample() {
        return new Chart("Work & rest", "million instructions", "requests")
            .series("ata0", Chart.Style.LINE, List.of(new Chart.Point(0, 0), new Chart.Point(1, 10)))
            .series("ne0", Chart.Style.STEPS, List.of(new Chart.Point(0, 3), new Chart.Point(1, 4)))
            .series("deaths", Chart.Style.POINTS, List.of(new Chart.Point(0.5, 0)));
    }

    @Test
    void isWellFormedAndNamesItsParts() throws Exception {
        Document document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(sample().svg(Chart.WIDTH, Chart.HEIGHT).getBytes(StandardCharsets.UTF_8)));
        assertEquals("svg", document.getDocumentElement().getTagName());
        String text = document.getDocumentElement().getTextContent();
        for (String part : List.of("Work & rest", "million instructions", "requests", "ata0", "ne0", "deaths")) {
            assertTrue(text.contains(part), part);
        }
    }

    @Test
    void isTheSameEachTime() {
        assertEquals(sample().svg(Chart.WIDTH, Chart.HEIGHT), sample().svg(Chart.WIDTH, Chart.HEIGHT));
    }

    @Test
    void lanesHaveNames() {
        String svg = new Chart("Deaths", "million instructions", "").lanes(List.of("ata0", "uart0")).series("died", Chart.Style.POINTS, List.of(new Chart.Point(4, 1))).svg(Chart.WIDTH, Chart.HEIGHT);
        assertTrue(svg.contains("uart0"), svg);
    }

    @Test
    void knowsWhenThereIsNothingToShow() {
        assertTrue(new Chart("", "", "").series("none", Chart.Style.LINE, List.of()).isEmpty());
        assertFalse(sample().isEmpty());
    }
}
