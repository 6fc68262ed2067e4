package io.opsflow.attachments;

import io.opsflow.platform.StartRefused;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What may be attached.
 *
 * @param largest the size of one file at most
 */
@ConfigurationProperties("opsflow.attachments")
record AttachmentProperties(@DefaultValue("20MB") DataSize largest) {

    private static final DataSize UTMOST = DataSize.ofMegabytes(200);

    AttachmentProperties {
        if (largest.toBytes() < 1 || largest.compareTo(UTMOST) > 0) {
            throw new StartRefused("attachments.bad-largest", largest.toString(), UTMOST.toMegabytes());
        }
    }
}
