package io.opsflow.api;

import io.opsflow.kernel.InvalidToken;
import io.opsflow.kernel.TooManyAttempts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** What the security filters answer in front of the API: the same problems as behind it. */
@Configuration(proxyBeanMethods = false)
class ApiSecurityAnswers {

    private static final String CHALLENGE = "Basic realm=\"OpsFlow\", charset=\"UTF-8\"";
    private static final String TOKEN_CHALLENGE = "Bearer realm=\"OpsFlow\", error=\"invalid_token\"";

    @Bean
    AuthenticationEntryPoint problemEntryPoint(
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        return (request, response, error) -> {
            // Where no password is looked at, asking for another one would be a lie.
            boolean looked =
                    !(error instanceof InternalAuthenticationServiceException || error instanceof TooManyAttempts);
            if (error instanceof InvalidToken || error instanceof OAuth2AuthenticationException) {
                response.setHeader(HttpHeaders.WWW_AUTHENTICATE, TOKEN_CHALLENGE);
            } else if (looked && !isBrowser(request)) {
                response.setHeader(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE);
            }
            answer(problems, request, response, error);
        };
    }

    @Bean
    AccessDeniedHandler problemAccessDenied(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        return (request, response, error) -> answer(problems, request, response, error);
    }

    // Never sendError: that would go round through the error page and the screens' chain to the sign-in page.
    private static void answer(
            HandlerExceptionResolver problems,
            HttpServletRequest request,
            HttpServletResponse response,
            Exception error) {
        if (problems.resolveException(request, response, null, error) == null) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    /** A browser would show a dialog of its own over ours, and send the password unasked from then on. */
    private static boolean isBrowser(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        String agent = request.getHeader(HttpHeaders.USER_AGENT);
        return request.getHeader("X-Requested-With") != null
                || request.getHeader("Sec-Fetch-Mode") != null
                || request.getRequestedSessionId() != null
                || (accept != null && accept.contains(MediaType.TEXT_HTML_VALUE))
                || (agent != null && agent.startsWith("Mozilla/"));
    }
}
