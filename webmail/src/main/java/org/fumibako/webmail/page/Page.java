// SPDX-License-Identifier: Apache-2.0
package org.fumibako.webmail.page;

/**
 * A message that can be shown, and what stands between it and the webmail around it.
 *
 * <p>It is a document of its own, for {@code <iframe sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox">}.
 * Four things would have to fail before a message could act:
 *
 * <ol>
 *   <li>{@link org.fumibako.webmail.html.SafeHtml} writes no element, attribute or address that runs anything;
 *   <li>{@link #POLICY} forbids the document every script, plug-in, frame, form and request but pictures from ourselves, and says
 *       {@code sandbox} itself, so it holds too when somebody opens the address without a frame;
 *   <li>the frame's {@code sandbox} does not allow scripts, nor forms, nor leading the page around it elsewhere;
 *   <li>the page around it has a policy that runs only files of ours.
 * </ol>
 *
 * <p>{@code allow-same-origin} is there so that the page around can measure the height and follow clicks on links, without a
 * script in the frame; and so that pictures in the message come with the reader's session and need no address that works for
 * everybody. It gives power to scripts only, and there are none. The page around reads {@code contentDocument.documentElement};
 * that name cannot be taken by the message, since no attribute {@code name} is written and every {@code id} begins with {@code m-}.
 *
 * @param remote pictures on the web that it names
 * @param quotes whether there is a {@code details} of the class {@code fb-quote} in it
 */
public record Page(String body, String sheet, int remote, boolean quotes) {
    /** What a browser lets the document do (Content-Security-Policy). */
    public static final String POLICY =
            "default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'; base-uri 'none';"
                    + " form-action 'none'; frame-ancestors 'self';"
                    + " sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox";

    private static final String LOOKS = """
            html{background:#fff;color:#1b1b1f;color-scheme:light}
            body{margin:0;padding:12px 16px;font:15px/1.7 system-ui,"Hiragino Sans","Noto Sans JP",sans-serif;overflow-wrap:anywhere}
            img{max-width:100%}img[width],img[style]{max-width:100%;height:auto}
            table{max-width:100%}pre{white-space:pre-wrap}
            .fb-text{white-space:pre-wrap}
            .fb-hidden{display:inline-block;min-width:1em;min-height:1em;border:1px dashed #9a9aa5;color:#5c5c66;font-size:12px}
            .fb-signature{color:#5c5c66}
            .fb-quote>summary{display:inline-block;cursor:pointer;padding:0 8px;border-radius:8px;background:#e9e9ef;color:#44444c;list-style:none}
            .fb-quote blockquote{margin:4px 0 4px 4px;padding-left:12px;border-left:3px solid #c5c5d0;color:#44444c}
            @media print{.fb-quote>summary{display:none}}
            """;

    /** The whole document, in UTF-8. */
    public String document() {
        return "<!doctype html><html><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">"
                + "<meta name=\"referrer\" content=\"no-referrer\"><title></title><style>" + LOOKS + "</style><style>"
                + sheet + "</style></head><body>" + body + "</body></html>";
    }
}
