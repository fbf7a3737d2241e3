// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mime;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * Charsets as mail declares them, Japanese first. What Windows sends under a standard's name is decoded as Windows does, names
 * that never were registered are known, and a declaration that the octets belie is set aside.
 */
public final class MailCharsets {
    private static final OctetDecoder UTF_8 = of(StandardCharsets.UTF_8);
    private static final OctetDecoder ISO_2022_JP = new Iso2022JpDecoder();
    private static final OctetDecoder EUC_JP = new EucJpDecoder();
    private static final OctetDecoder SHIFT_JIS = jdk("windows-31j");
    private static final OctetDecoder WINDOWS_1252 = jdk("windows-1252");

    /** Characters of a charset name; what is longer is none. */
    private static final int MAX_NAME = 40;

    private MailCharsets() {}

    /**
     * Text of octets that are declared to be in {@code declared}, in any case; empty when nothing is declared. Never fails.
     */
    public static String decode(byte[] octets, String declared) {
        return choose(octets, canonical(declared)).decode(octets);
    }

    /** The decoder that goes by the name alone; empty when the name means nothing here. */
    public static Optional<OctetDecoder> named(String name) {
        return byName(canonical(name));
    }

    private static OctetDecoder choose(byte[] octets, String name) {
        if (!CharsetGuess.hasEightBit(octets)) {
            return sevenBit(octets, name);
        }
        return switch (name) {
            case "", "us-ascii", "utf-7", "iso-2022-jp" -> guess(octets, WINDOWS_1252);
            case "utf-8" -> CharsetGuess.isUtf8(octets) ? UTF_8 : guess(octets, UTF_8);
            case "shift_jis" ->
                CharsetGuess.shiftJis(octets) == CharsetGuess.INVALID ? guess(octets, SHIFT_JIS) : SHIFT_JIS;
            case "euc-jp" -> CharsetGuess.eucJp(octets) == CharsetGuess.INVALID ? guess(octets, EUC_JP) : EUC_JP;
            default -> byName(name).orElseGet(() -> guess(octets, WINDOWS_1252));
        };
    }

    private static OctetDecoder sevenBit(byte[] octets, String name) {
        if (CharsetGuess.hasJapaneseEscape(octets) && !name.startsWith("iso-2022-")) {
            return ISO_2022_JP;
        }
        return byName(name).orElse(UTF_8);
    }

    /** Eight-bit octets of unknown kind. ISO-2022-JP may carry half-width katakana in 8 bits. */
    private static OctetDecoder guess(byte[] octets, OctetDecoder otherwise) {
        if (CharsetGuess.hasJapaneseEscape(octets)) {
            return ISO_2022_JP;
        }
        if (CharsetGuess.isUtf8(octets)) {
            return UTF_8;
        }
        int shiftJis = CharsetGuess.shiftJis(octets);
        int eucJp = CharsetGuess.eucJp(octets);
        if (shiftJis <= 0 && eucJp <= 0) {
            return otherwise;
        }
        return eucJp >= shiftJis ? EUC_JP : SHIFT_JIS;
    }

    private static Optional<OctetDecoder> byName(String name) {
        return switch (name) {
            case "" -> Optional.empty();
            case "us-ascii", "utf-8" -> Optional.of(UTF_8);
            case "utf-7" -> Optional.of(new Utf7Decoder());
            case "iso-2022-jp" -> Optional.of(ISO_2022_JP);
            case "euc-jp" -> Optional.of(EUC_JP);
            case "shift_jis" -> Optional.of(SHIFT_JIS);
            default -> ofJdk(name);
        };
    }

    private static Optional<OctetDecoder> ofJdk(String name) {
        try {
            return Charset.isSupported(name) ? Optional.of(jdk(name)) : Optional.empty();
        } catch (IllegalArgumentException noCharsetName) {
            return Optional.empty();
        }
    }

    /** One name for each charset, and the larger one that Windows means by a smaller one's name. */
    static String canonical(String declared) {
        String name = declared.strip().toLowerCase(Locale.ROOT);
        if (name.length() > MAX_NAME) {
            return "";
        }
        return switch (name) {
            case "utf8", "unicode-1-1-utf-8", "utf-8n", "x-utf-8" -> "utf-8";
            case "utf7", "unicode-1-1-utf-7", "x-unicode-2-0-utf-7", "csunicode11utf7" -> "utf-7";
            case "ascii", "us", "ansi_x3.4-1968", "iso646-us", "7bit", "8bit", "unknown-8bit", "x-unknown", "unknown" ->
                "us-ascii";
            case "iso2022jp", "iso-2022-jp-1", "iso-2022-jp-2", "iso-2022-jp-3", "iso-2022-jp-2004", "iso-2022-jp-ms" ->
                "iso-2022-jp";
            case "cp50220", "cp50221", "cp50222", "x-windows-iso2022jp", "jis", "csiso2022jp", "iso-2022-jp-ext" ->
                "iso-2022-jp";
            case "shift-jis", "shiftjis", "sjis", "x-sjis", "s-jis", "ms_kanji", "cp932", "ms932", "windows-31j" ->
                "shift_jis";
            case "x-ms-cp932", "csshiftjis", "windows-932", "cswindows31j", "shift_jisx0213", "x-shift-jis" ->
                "shift_jis";
            case "eucjp", "euc_jp", "x-euc-jp", "x-euc", "x-eucjp", "ujis", "eucjp-win", "eucjp-ms", "cp51932" ->
                "euc-jp";
            case "gb2312", "gbk", "cp936", "x-gbk", "gb_2312-80", "euc-cn", "x-euc-cn", "cn-gb", "windows-936" ->
                "gb18030";
            case "ks_c_5601-1987", "ks_c_5601", "euc-kr", "ksc5601", "cp949", "uhc", "korean" -> "x-windows-949";
            case "big5", "cp950", "x-x-big5", "big-5" -> "big5-hkscs";
            case "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "latin-1", "cp1252" -> "windows-1252";
            case "iso-8859-9" -> "windows-1254";
            case "tis-620", "iso-8859-11" -> "x-windows-874";
            default -> name;
        };
    }

    private static OctetDecoder jdk(String name) {
        return of(Charset.forName(name));
    }

    private static OctetDecoder of(Charset charset) {
        return octets -> new String(octets, charset);
    }
}
