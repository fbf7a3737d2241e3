// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNamesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            filename=a.txt                                                   | a.txt
            filename="a b.txt"                                               | a b.txt
            filename=a b.txt                                                 | a b.txt
            filename*=UTF-8''%E6%96%87%E7%AE%B1.txt                          | 文箱.txt
            filename*=utf-8'ja'%E6%96%87%E7%AE%B1.txt; filename=x.txt        | 文箱.txt
            filename*=iso-2022-jp''%1B%24B%4A%38%1B%28B.txt                  | 文.txt
            filename*=Shift_JIS''%95%B6.txt                                  | 文.txt
            filename*=%E6%96%87.txt                                          | 文.txt
            filename*0*=UTF-8''%E6%96; filename*1*=%87; filename*2=.txt      | 文.txt
            filename*1*=%87.txt; filename*0*=UTF-8''%E6%96                   | 文.txt
            filename*0="a"; filename*1="b"; filename*3="d"                   | ab
            filename*0="=?utf-8?B?5paH"; filename*1="566x?="                 | 文箱
            filename="=?UTF-8?B?5paH566xLnR4dA==?="                          | 文箱.txt
            filename="=?UTF-8?B?5paH?= =?UTF-8?B?566x?="                     | 文箱
            filename="=?ISO-2022-JP?B?GyRCSjgbKEIudHh0?="                    | 文.txt
            filename="文箱.txt"                                              | 文箱.txt
            filename="../../etc/passwd"                                      | passwd
            filename="C:\\\\dir\\\\a.txt"                                    | a.txt
            filename*=UTF-8''%2Fetc%2Fa%0D%0Ab                               | a  b
            filename*=UTF-8''a%E2%80%AEtxt.exe                               | atxt.exe
            FILENAME=a.txt                                                   | a.txt
            """)
    void theNameIsFoundHoweverItIsWritten(String parameters, String expected) throws IOException {
        assertThat(fileName("Content-Disposition: attachment; " + parameters)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "filename=\"\"", "filename=\"..\"", "filename=\"a/\"", "filename*1*=x", "filename*=''"})
    void whereThereIsNoneTheNameOfTheTypeIsTaken(String parameters) throws IOException {
        String disposition = "Content-Disposition: attachment; " + parameters;
        assertThat(fileName(disposition)).isEqualTo("none");
        assertThat(fileName(disposition + "\r\nContent-Type: x/y; name=\"=?utf-8?q?n?=\""))
                .isEqualTo("n");
    }

    private static String fileName(String header) throws IOException {
        String octets = new String((header + "\r\n\r\n").getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        return Messages.parse(octets).fileName().orElse("none");
    }
}
