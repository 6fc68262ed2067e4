package io.opsflow.assets.files;

import io.opsflow.kernel.InvalidInput;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a text file is written in. UTF-8 shows by itself; what is not UTF-8 in China is GBK, which GB 18030 contains.
 */
final class Encodings {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int MARK = 0xFEFF;

    private Encodings() {}

    static Reader open(Path file, @Nullable Charset told) throws IOException {
        Charset charset = told == null ? found(file) : widened(told);
        if (told != null && !fits(file, charset)) {
            throw new InvalidInput("file", "encoding-wrong", told.name());
        }
        Reader reader = strict(Files.newInputStream(file), charset);
        reader = new BufferedReader(reader);
        reader.mark(1);
        if (reader.read() != MARK) {
            reader.reset();
        }
        return reader;
    }

    /** Whoever says GBK or GB2312 may mean more than those have. */
    private static Charset widened(Charset told) {
        return told.name().startsWith("GB") ? GB18030 : told;
    }

    private static Charset found(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] first = in.readNBytes(2);
            if (first.length == 2 && (first[0] & 255) == 0xFF && (first[1] & 255) == 0xFE) {
                return StandardCharsets.UTF_16LE;
            }
            if (first.length == 2 && (first[0] & 255) == 0xFE && (first[1] & 255) == 0xFF) {
                return StandardCharsets.UTF_16BE;
            }
        }
        for (Charset charset : new Charset[] {StandardCharsets.UTF_8, GB18030}) {
            if (fits(file, charset)) {
                return charset;
            }
        }
        throw new InvalidInput("file", "encoding-unknown");
    }

    private static boolean fits(Path file, Charset charset) throws IOException {
        char[] buffer = new char[1 << 14];
        try (Reader reader = strict(Files.newInputStream(file), charset)) {
            for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    if (buffer[i] == 0) {
                        return false; // no text has that
                    }
                }
            }
            return true;
        } catch (CharacterCodingException other) {
            return false;
        }
    }

    private static Reader strict(InputStream in, Charset charset) {
        return new InputStreamReader(
                in,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }
}
