// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mime;

/** The commonest character references of HTML; those that make a mark without width become U+200B. */
public final class HtmlReference {
    /** Characters of a character reference between {@code &} and {@code ;}. */
    public static final int MAX_LENGTH = 10;

    private HtmlReference() {}

    /** The character that the name between {@code &} and {@code ;} stands for; empty when it is not known. */
    public static String resolve(String name) {
        return switch (name) {
            case "amp" -> "&";
            case "lt" -> "<";
            case "gt" -> ">";
            case "quot" -> "\"";
            case "apos" -> "'";
            case "nbsp", "ensp", "emsp" -> " ";
            case "zwnj", "zwj", "shy" -> "\u200b";
            default -> name.startsWith("#") ? numeric(name.substring(1)) : "";
        };
    }

    private static String numeric(String digits) {
        try {
            boolean hex = digits.startsWith("x") || digits.startsWith("X");
            int code = hex ? Integer.parseInt(digits.substring(1), 16) : Integer.parseInt(digits);
            boolean valid = Character.isValidCodePoint(code) && code > 0 && !(code >= 0xd800 && code <= 0xdfff);
            return valid ? Character.toString(code) : "";
        } catch (NumberFormatException noNumber) {
            return "";
        }
    }
}
