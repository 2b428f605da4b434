package dev.sekisho.ruleset.device;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.sekisho.registry.field.JsonColumn;
import dev.sekisho.ruleset.reading.Sections.Section;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** The configuration of a device as it was sent, with whatever secrets it has: it never leaves the service. */
@Entity
@Table(name = "device_configuration")
class DeviceTextEntity {
    @Id
    String device = "";

    /** gzip, in Base64: exports repeat themselves, and both databases keep letters alike. */
    String packed = "";

    /** The parts that hold its rules, in the order in which rule sets count them. */
    @Convert(converter = SectionsColumn.class)
    List<Section> sections = List.of();

    /** Keeps sections in one column. */
    @Converter
    public static class SectionsColumn extends JsonColumn<List<Section>> {
        public SectionsColumn() {
            super(new TypeReference<>() {});
        }
    }

    static String packed(byte[] configuration) {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(configuration);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    static byte[] unpacked(String packed) {
        try (var gzip =
                new GZIPInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(packed)))) {
            return gzip.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
