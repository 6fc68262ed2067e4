package io.opsflow.accounts;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Lets the tables of this module forget by themselves what no longer counts. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class CleanUp {}
