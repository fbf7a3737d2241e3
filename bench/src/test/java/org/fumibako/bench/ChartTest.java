// SPDX-License-Identifier: Apache-2.0
package org.fumibako.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

final class ChartTest {

    @Test
    void whatIsBetterReachesToTheRightAndWhatIsWorseToTheLeft() throws Exception {
        Document image = parsed(new Chart(
                        "list",
                        List.of(new Chart.Row("faster", 10), new Chart.Row("slower", 0.1), new Chart.Row("a < b", 1)))
                .svg());

        int equal = Integer.parseInt(element(image, "line", 0).getAttribute("x1"));
        assertThat(left(image, 1)).isEqualTo(equal);
        assertThat(left(image, 2) + width(image, 2)).isEqualTo(equal);
        assertThat(width(image, 1)).isEqualTo(width(image, 2)).isPositive();
        assertThat(width(image, 3)).isZero();
    }

    @Test
    void aBarStaysInTheImage() throws Exception {
        Document image = parsed(new Chart("x", List.of(new Chart.Row("far", 1e9))).svg());

        assertThat(left(image, 1) + width(image, 1)).isLessThan(860);
    }

    /** The first rectangle is the paper. */
    private static int left(Document image, int index) {
        return Integer.parseInt(element(image, "rect", index).getAttribute("x"));
    }

    private static int width(Document image, int index) {
        return Integer.parseInt(element(image, "rect", index).getAttribute("width"));
    }

    private static Element element(Document image, String name, int index) {
        return (Element) image.getElementsByTagName(name).item(index);
    }

    private static Document parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }
}
