package io.opsflow.accounts.ui;

import io.opsflow.accounts.MyPassword;
import io.opsflow.kernel.Actor;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/** Whatever page somebody opens who must choose a new password first, it is the one where that is done. */
final class NewPasswordFirst extends OncePerRequestFilter {

    private static final String PAGE = "/" + NewPasswordView.PATH;

    private final MyPassword password;

    NewPasswordFirst(MyPassword password) {
        this.password = password;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isPage(request) && Actor.isSignedIn() && password.mustChange()) {
            response.sendRedirect(PAGE);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isPage(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return "GET".equals(request.getMethod())
                && !PAGE.equals(request.getRequestURI())
                && request.getParameter("v-r") == null
                && accept != null
                && accept.contains(MediaType.TEXT_HTML_VALUE);
    }
}
