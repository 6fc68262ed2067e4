/**
 * Assets: the record of the physical world. Machine rooms (机房) hold racks (机柜), racks hold servers (服务器), each at its
 * height units. A server is a machine that somebody bought; what SSH reaches is a host, and neither an instance nor a
 * service in the catalogue is an asset. Everything enters through {@link io.opsflow.assets.Rooms},
 * {@link io.opsflow.assets.Racks} and {@link io.opsflow.assets.Servers}.
 */
@ApplicationModule(
        displayName = "Assets",
        allowedDependencies = {
            "kernel",
            "design",
            "platform",
            "audit",
            "longwork",
            "workflow",
            "accounts",
            "attachments"
        })
@NullMarked
package io.opsflow.assets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
