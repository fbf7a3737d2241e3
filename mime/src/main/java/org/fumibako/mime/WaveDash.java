// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mime;

/**
 * Seven characters of JIS X 0208 that Windows and the JIS table map to different code points. Text is shown as it was sent;
 * whoever compares, searches or encodes brings it into one form first.
 *
 * <table>
 * <caption>Code points</caption>
 * <tr><th>JIS</th><th>by the JIS table</th><th>by Windows</th></tr>
 * <tr><td>01-29</td><td>U+2014 EM DASH</td><td>U+2015 HORIZONTAL BAR</td></tr>
 * <tr><td>01-33</td><td>U+301C WAVE DASH</td><td>U+FF5E FULLWIDTH TILDE</td></tr>
 * <tr><td>01-34</td><td>U+2016 DOUBLE VERTICAL LINE</td><td>U+2225 PARALLEL TO</td></tr>
 * <tr><td>01-61</td><td>U+2212 MINUS SIGN</td><td>U+FF0D FULLWIDTH HYPHEN-MINUS</td></tr>
 * <tr><td>01-81</td><td>U+00A2 CENT SIGN</td><td>U+FFE0 FULLWIDTH CENT SIGN</td></tr>
 * <tr><td>01-82</td><td>U+00A3 POUND SIGN</td><td>U+FFE1 FULLWIDTH POUND SIGN</td></tr>
 * <tr><td>02-44</td><td>U+00AC NOT SIGN</td><td>U+FFE2 FULLWIDTH NOT SIGN</td></tr>
 * </table>
 */
public final class WaveDash {
    private static final String JIS = "\u2014\u301c\u2016\u2212\u00a2\u00a3\u00ac";
    private static final String WINDOWS = "\u2015\uff5e\u2225\uff0d\uffe0\uffe1\uffe2";

    private WaveDash() {}

    /** The text with the code points of Windows. */
    public static String toWindows(String text) {
        return replace(text, JIS, WINDOWS);
    }

    /** The text with the code points of the JIS table. */
    public static String toJis(String text) {
        return replace(text, WINDOWS, JIS);
    }

    private static String replace(String text, String from, String to) {
        String replaced = text;
        for (int i = 0; i < from.length(); i++) {
            replaced = replaced.replace(from.charAt(i), to.charAt(i));
        }
        return replaced;
    }
}
